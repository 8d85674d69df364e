-- The ledger as the truth: claims with fences, reservations, outcomes, waits and orders as rows; the journal by months; automations and their versions.

-- The policies hold the migrator too: without this pause it would see no row of what it moves.
alter table run no force row level security;
alter table journal no force row level security;
alter table step_outcome no force row level security;

-- One row for each process, renewed every second on this database's clock: whose lease has passed owns nothing any more.
-- No tenant's data; the requests of tenants cannot even see it.
create table process (
  id          uuid primary key,
  host        text not null,
  pid         bigint not null,
  pid_started timestamptz not null, -- a pid alone may be somebody else's by now
  lock_key    bigint not null,      -- of the advisory lock it holds on a connection of its own
  lease_until timestamptz not null,
  started_at  timestamptz not null default now()
) with (fillfactor = 50);

create table automation (
  id         uuid primary key,
  tenant_id  uuid not null references tenant,
  name       text not null check (length(name) between 1 and 200),
  draft      jsonb not null,
  published  text, -- hash of the version that new events start; null until the first publish
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (tenant_id, name)
);

create table automation_version (
  tenant_id     uuid not null references tenant,
  automation_id uuid not null references automation,
  hash          text not null check (length(hash) = 64),
  definition    jsonb not null,
  number        integer not null check (number > 0),
  published_by  text not null,
  published_at  timestamptz not null default now(),
  primary key (automation_id, hash),
  unique (automation_id, number)
);

-- Raised by every publish; an intake that matched on an older number than this matches again.
create table index_epoch (
  tenant_id uuid primary key references tenant,
  epoch     bigint not null
);

-- ---------------------------------------------------------------- the journal, by months

alter table run drop constraint run_event_id_fkey;
alter table journal rename to journal_unpartitioned;
alter table journal_unpartitioned disable trigger journal_is_append_only;
create sequence journal_position as bigint;
select setval('journal_position', (select coalesce(max(position), 0) + 1 from journal_unpartitioned), false);

-- Ids are ordered by time (uuidv7), so the id alone names the month: it stays unique over all partitions and finds its own.
create table journal (
  id           uuid not null,
  position     bigint not null default nextval('journal_position'),
  xid          xid8 not null default pg_current_xact_id(), -- readers stop at the oldest open transaction
  tenant_id    uuid not null,
  source       text not null,
  source_id    text not null,
  type         text not null,
  subject      text not null,
  time         timestamptz not null,
  data         jsonb,
  content_type text, -- with body instead of data: what is no JSON
  body         bytea,
  before       jsonb,
  after        jsonb,
  actor        text not null,
  cause_event  uuid,
  cause_run    uuid,
  depth        integer not null default 0 check (depth >= 0),
  recorded_at  timestamptz not null default now(),
  primary key (id),
  check ((body is null) = (content_type is null)),
  check ((body is null) or (data is null))
) partition by range (id);
create index journal_of_tenant on journal (tenant_id, position);
create index journal_for_readers on journal (tenant_id, xid, position);
create index journal_of_subject on journal (tenant_id, subject, position) where subject <> '';

create function journal_month(month timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from month) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Made at each start for two years ahead; an entry beyond lands in the default partition and is not lost. Where that one has
-- entries of a month already, the month stays there: a start must not fail for it.
create function make_journal_partitions() returns void language plpgsql as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
begin
  for ahead in -1..24 loop
    perform make_journal_partition(this_month + ahead * interval '1 month');
  end loop;
end $$;

create function make_journal_partition(month timestamp) returns void language plpgsql as $$
declare
  name text := 'journal_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(name) is null then
    execute format('create table %I partition of journal for values from (%L) to (%L)', name,
      journal_month(month at time zone 'UTC'), journal_month((month + interval '1 month') at time zone 'UTC'));
    perform guard_journal_partition(name);
  end if;
exception when check_violation then
  raise notice 'The journal''s default partition holds entries of % already; they stay there.', name;
end $$;

-- For each statement and not each row: refused also where the policies leave no row to see. Such triggers do not pass from the
-- journal to its partitions, so each of them has its own.
create function guard_journal_partition(name text) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', name);
  perform guard_by_tenant(name, 'tenant_id');
end $$;

create function guard_by_tenant(name text, key text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy of_tenant on %I to pilothouse_app using (%I = current_tenant()) with check (%I = current_tenant())', name, key, key);
  execute format('create policy of_system on %I to pilothouse_system using (true) with check (true)', name);
end $$;

create table journal_default partition of journal default;
select guard_journal_partition('journal_default');
select make_journal_partitions();

insert into journal (id, position, tenant_id, source, source_id, type, subject, time, data, actor, recorded_at)
select id, position, tenant_id, source, source_id, type, subject, time, data, actor, recorded_at from journal_unpartitioned;
drop table journal_unpartitioned;

-- ---------------------------------------------------------------- intake

-- Every delivery from outside that somebody may ask about: refused ones with their reason. Accepted ones stand in the journal.
create table refused_delivery (
  id          bigint generated always as identity primary key,
  tenant_id   uuid not null references tenant,
  actor       text not null,
  source      text not null,
  source_id   text not null,
  type        text not null,
  status      integer not null,
  reason      text not null,
  bytes       bigint not null,
  received_at timestamptz not null default now()
);
create index refused_delivery_of_tenant on refused_delivery (tenant_id, id);

-- What each automation made of an event, where that depends on more than event and version.
create table verdict (
  tenant_id     uuid not null,
  event_id      uuid not null,
  automation_id uuid not null,
  hash          text not null,
  verdict       text not null check (verdict in ('fired', 'loop_cut')),
  reason        text not null default '',
  run_id        uuid,
  epoch         bigint not null,
  at            timestamptz not null default now(),
  primary key (event_id, automation_id)
);

-- ---------------------------------------------------------------- runs

alter table run drop constraint run_state_check;
alter table run drop constraint run_check;
drop index run_unfinished;
alter table run add column automation_id uuid;
alter table run add column version text;
alter table run add column position bigint;
alter table run add column depth integer not null default 0;
alter table run add column concurrency_key text;
alter table run add column fence bigint not null default 0;
alter table run add column owner uuid;                            -- the process whose walk it is; null when nobody's
alter table run add column due_at timestamptz;                    -- when it goes on by itself
alter table run add column ordered boolean not null default false; -- a person's order waits to be carried out
alter table run add column in_doubt boolean not null default false; -- this database went back in time under it
alter table run add column reason text not null default '';

-- Runs of the first version had one step of their own making; now they are runs of a published automation like all others.
insert into automation (id, tenant_id, name, draft, created_by)
select uuidv7(), t.tenant_id, 'Acknowledge (first version)', '{"name": "Acknowledge (first version)", "on": [], "steps": []}', 'migration' from (select distinct tenant_id from run) t;
insert into automation_version (tenant_id, automation_id, hash, definition, number, published_by)
select tenant_id, id, encode(sha256(convert_to(draft::text, 'UTF8')), 'hex'), draft, 1, 'migration' from automation;
update run r set automation_id = v.automation_id, version = v.hash, position = coalesce((select j.position from journal j where j.id = r.event_id), 0)
from automation_version v where v.tenant_id = r.tenant_id;

alter table run alter column automation_id set not null;
alter table run alter column version set not null;
alter table run alter column position set not null;
alter table run add constraint run_state check (state in ('queued', 'running', 'waiting', 'needs_person', 'paused', 'finished', 'failed', 'cancelled'));
alter table run add constraint run_end check ((finished_at is not null) = (state in ('finished', 'failed', 'cancelled')));

-- What a sweep looks at, kept small by leaving out all that has ended.
create index run_to_walk on run (nudged_at) where state in ('queued', 'running');
create index run_to_wake on run (due_at) where state = 'waiting';
create index run_to_order on run (id) where ordered and finished_at is null;
create index run_to_ask on run (id) where state = 'needs_person';
create index run_in_turn on run (tenant_id, automation_id, concurrency_key, position) where concurrency_key is not null and finished_at is null;
create index run_of_automation on run (tenant_id, automation_id, id desc);

-- What each run reserved (0), got (1) and waits for (2); at most one row of each for a step.
create table step_record (
  run_id       uuid not null,
  step         text not null,
  phase        smallint not null check (phase in (0, 1, 2)),
  tenant_id    uuid not null,
  name         text not null,
  kind         text not null,
  effect_class text,
  attempt      integer not null check (attempt > 0),
  fence        bigint not null,
  input        jsonb,
  result       text check (result in ('completed', 'failed', 'skipped', 'unknown')),
  output       jsonb,
  error        jsonb,
  reason       text not null default '',
  due          timestamptz,                       -- reserved: the call's deadline; awaited: when it goes on
  late         boolean not null default false,    -- told by a sender that had lost its claim
  maybe        boolean not null default false,    -- awaited: an attempt that failed may have acted all the same
  started_at   timestamptz not null,
  at           timestamptz not null default clock_timestamp(),
  primary key (run_id, step, phase),
  check ((phase = 1) = (result is not null))
);
insert into step_record (run_id, step, phase, tenant_id, name, kind, attempt, fence, result, output, error, started_at, at)
select run_id, step, 1, tenant_id, name, 'do', attempts, 0, case when error is null then 'completed' else 'failed' end, output,
  case when error is not null then jsonb_build_object('code', 'step.failed', 'kind', 'user', 'message', error) end, started_at, finished_at
from step_outcome;
drop table step_outcome;

-- Values too large to stand in a row that every walk reads.
create table stored_value (
  tenant_id uuid not null references tenant,
  hash      text not null check (length(hash) = 64),
  body      jsonb not null,
  bytes     integer not null,
  stored_at timestamptz not null default now(),
  primary key (tenant_id, hash)
);

create table run_order (
  id         bigint generated always as identity primary key,
  tenant_id  uuid not null references tenant,
  run_id     uuid not null,
  kind       text not null check (kind in ('cancel', 'pause', 'resume', 'skip', 'retry')),
  step       text not null default '',
  actor      text not null,
  reason     text not null default '',
  given_at   timestamptz not null default now(),
  carried_out_at timestamptz
);
create index run_order_pending on run_order (run_id) where carried_out_at is null;
create index run_order_of_run on run_order (run_id, id);

-- ---------------------------------------------------------------- records of our own that steps change

create table deal (
  tenant_id  uuid not null references tenant,
  id         text not null check (length(id) between 1 and 200),
  fields     jsonb not null,
  version    bigint not null default 1,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table task (
  id         uuid primary key,
  tenant_id  uuid not null references tenant,
  title      text not null check (length(title) between 1 and 500),
  body       text not null default '',
  assignee   text not null default '',
  due_at     timestamptz,
  state      text not null default 'open' check (state in ('open', 'done')),
  created_by text not null,
  created_at timestamptz not null default now()
);
create index task_of_tenant on task (tenant_id, id desc);

-- ---------------------------------------------------------------- Temporal as the carrier: whose marks it must show

create table carrier (
  only_one boolean primary key default true check (only_one),
  identity uuid,                       -- the mark this house left in the Temporal it works with
  tick     bigint not null default 0,  -- committed here before Temporal hears of it
  held_since  timestamptz,             -- nothing is dispatched: this database is older than what Temporal saw
  held_reason text not null default ''
);
insert into carrier default values;

-- ---------------------------------------------------------------- policies and grants

select guard_journal_partition('journal'); -- last of all: from here on the migrator sees no entry any more
do $$
declare t text;
begin
  foreach t in array array['automation', 'automation_version', 'index_epoch', 'refused_delivery', 'verdict', 'step_record', 'stored_value', 'run_order', 'deal', 'task'] loop
    perform guard_by_tenant(t, 'tenant_id');
  end loop;
  -- no tenant's data: forced all the same, open to the system alone
  foreach t in array array['process', 'carrier'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_system on %I to pilothouse_system using (true) with check (true)', t);
  end loop;
end $$;

alter table run force row level security;

grant select on automation, automation_version, journal, refused_delivery, verdict, step_record, stored_value, run_order, deal, task to pilothouse_app;
grant insert on automation, automation_version to pilothouse_app;
grant update (name, draft, published, changed_at) on automation to pilothouse_app;
grant select, insert, update on index_epoch to pilothouse_app;

grant select, insert on journal, automation, automation_version, refused_delivery, verdict, step_record, stored_value, run_order, deal, task to pilothouse_system;
grant select, insert, update on index_epoch to pilothouse_system;
grant usage on sequence journal_position to pilothouse_system;
grant select, insert, update, delete on process to pilothouse_system;
grant select, update on carrier to pilothouse_system;
grant update (published, changed_at) on automation to pilothouse_system;
grant update (state, nudged_at, started_at, finished_at, fence, owner, due_at, ordered, in_doubt, reason) on run to pilothouse_system;
grant update (attempt, fence, input, result, output, error, reason, due, late, maybe, started_at, at, effect_class) on step_record to pilothouse_system;
grant delete on step_record to pilothouse_system; -- an unknown outcome goes when a person says that nothing happened
grant update (carried_out_at) on run_order to pilothouse_system;
grant update (fields, version, changed_at) on deal to pilothouse_system;
grant update (state) on task to pilothouse_system;
