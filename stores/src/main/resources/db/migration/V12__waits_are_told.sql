-- The journal tells when a run begins to wait, once for each wait: those that began under this claim or an earlier one were told.
alter table run add column waits_told bigint not null default 0;

-- The policies hold the migrator too: without this pause it would see no row of what it changes.
alter table run no force row level security;
update run set waits_told = fence where finished_at is null; -- what waits already does not begin now
alter table run force row level security;

grant update (waits_told) on run to pilothouse_system;
