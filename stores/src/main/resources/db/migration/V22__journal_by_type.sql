-- Events of a type, newest first for whoever searches, and oldest first from a run's beginning on for a step that begins to wait for one: that one reads
-- under a lock that holds all writers of the type. Without the index both read all that others wrote meanwhile.
create index journal_of_type on journal (tenant_id, type, position);
