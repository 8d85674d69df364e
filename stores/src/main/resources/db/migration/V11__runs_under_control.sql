-- What people look for among runs, and what a run tells of itself while it is under way.

-- Names of steps in one order whatever language the database speaks: byte by byte, so that all of one turn of a loop stands
-- together, and a reader can pass by the turns of a loop without reading them.
alter table step_record alter column step type text collate "C";
alter table awaited_event alter column step type text collate "C";
alter table letter alter column step type text collate "C";
alter table run_order alter column step type text collate "C";
alter table run alter column parent_step type text collate "C";

-- The transaction that wrote the row last: who follows a run asks for what came since. Steps outside of loops are few and are
-- found by the key alone; an index over them would cost every run something.
alter table step_record add column xid xid8 not null default '0';
alter table step_record alter column xid set default pg_current_xact_id();
create index step_record_in_turns on step_record (run_id, xid) where strpos(step, '.') > 0;
-- Among the turns of a long loop the few that went wrong.
create index step_record_in_trouble on step_record (run_id, at) where result in ('failed', 'unknown');

alter table step_record add column items integer check (items >= 0); -- of a loop: how many there are in all
alter table step_record add column copied_from uuid;                 -- the run whose outcome this is
grant update (xid, items) on step_record to pilothouse_system;

-- The policies hold the migrator too: without this pause it would see no row of what it fills in.
alter table run no force row level security;
alter table journal no force row level security;

alter table run add column cause_run uuid;  -- the run that wrote the entry this one is for
alter table run add column rerun_of uuid;   -- the run that a person had done again
alter table run add column rerun_from text collate "C";
alter table run add column requested_by uuid; -- the entry that asked for it
update run r set cause_run = j.cause_run from journal j where j.id = r.event_id and j.cause_run is not null;

alter table run force row level security;
alter table journal force row level security;

-- Lists are read for each state by itself, newest first. Every change of a run writes into all these indexes, so there are
-- only those that a list needs.
drop index run_of_tenant;
drop index run_of_automation;
drop index run_of_parent;
create index run_of_tenant on run (tenant_id, state, id);
create index run_of_automation on run (tenant_id, automation_id, state, id);
create index run_of_parent on run (parent_run, id) where parent_run is not null;
create index run_of_cause on run (cause_run, id) where cause_run is not null;
create index run_of_rerun on run (rerun_of, id) where rerun_of is not null;
