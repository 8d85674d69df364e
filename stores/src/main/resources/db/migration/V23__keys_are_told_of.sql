-- Withdrawing a key writes into the journal, in the same transaction; only the system writes there.
grant update (withdrawn_at) on api_key to pilothouse_system;
