-- A person sees where they are signed in, and knows a place again by what its browser said of itself.
alter table session add column device text not null default '' check (length(device) <= 200);

-- An administrator takes a key back; nothing else of it ever changes.
grant update (withdrawn_at) on api_key to pilothouse_app;
