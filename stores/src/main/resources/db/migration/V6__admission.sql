-- From an entry to verdicts and runs: entries for one automation alone, refusals that depend on what was before, and the number of
-- the index that an entry was matched with, so that its verdicts can be told later.

-- An entry that is for one automation alone, whatever that one listens to; with the step of the run that waits for it.
alter table journal add column to_automation uuid;
alter table journal add column to_run uuid;
alter table journal add column to_step text;
alter table journal add column epoch bigint not null default 0; -- of the index it was matched with; 0 where nothing was ever published

alter table run add column parent_run uuid;    -- the run whose step called this one
alter table run add column parent_step text;
alter table run add column caused_key bigint;  -- automation and subject, of a run that another run caused
create index run_of_parent on run (parent_run) where parent_run is not null;
create index run_caused on run (caused_key, queued_at) where caused_key is not null;

-- run_id is the run that was born, or of a refusal the run that stood in the way.
alter table verdict drop constraint verdict_verdict_check;
alter table verdict add constraint verdict_kind
  check (verdict in ('fired', 'deduplicated', 'throttled', 'paused', 'skipped', 'loop_cut'));
create index verdict_refused on verdict (tenant_id, automation_id, event_id) where verdict <> 'fired';

-- The first run of each key, for as long as others of the key are the same to its automation.
create table dedupe_mark (
  tenant_id     uuid not null references tenant,
  automation_id uuid not null,
  key           text not null check (length(key) <= 200),
  run_id        uuid not null,
  event_id      uuid not null,
  since         timestamptz not null,
  until         timestamptz not null,
  primary key (tenant_id, automation_id, key)
);
create index dedupe_mark_over on dedupe_mark (until);

-- How many runs of each key began lately, in at most some sixty slices of the time that counts.
create table throttle_mark (
  tenant_id     uuid not null references tenant,
  automation_id uuid not null,
  key           text not null check (length(key) <= 200),
  slices        bigint[] not null, -- each by its first millisecond
  counts        integer[] not null,
  until         timestamptz not null,
  primary key (tenant_id, automation_id, key)
) with (fillfactor = 70);
create index throttle_mark_over on throttle_mark (until);

do $$
declare t text;
begin
  foreach t in array array['dedupe_mark', 'throttle_mark'] loop
    perform guard_by_tenant(t, 'tenant_id');
  end loop;
end $$;
grant select, insert, update, delete on dedupe_mark, throttle_mark to pilothouse_system;
