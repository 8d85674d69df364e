-- Row-level security is forced from the first table on. Two roles work on these tables:
--   pilothouse_app     requests of one tenant; sees what app.tenant names
--   pilothouse_system  intake, dispatch, sweeps and sign-in look-ups; sees what a policy here grants it
-- Neither owns anything, neither may bypass the policies. The migrator owns the tables and is held by
-- the policies too (force), so even a mistake in a migration cannot leak across tenants unseen.

grant usage on schema pilothouse to pilothouse_app, pilothouse_system;
grant select on schema_history to pilothouse_system; -- a process that may not migrate waits until another has

create function current_tenant() returns uuid
  language sql stable
  return nullif(current_setting('app.tenant', true), '')::uuid;

create table tenant (
  id         uuid primary key,
  name       text not null unique check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);

create table person (
  id             uuid primary key,
  tenant_id      uuid not null references tenant,
  email          text not null check (email = lower(email)),
  name           text not null,
  role           text not null check (role in ('admin', 'builder', 'reviewer', 'operator', 'member', 'viewer')),
  password_hash  text not null,
  first_password boolean not null default false,
  created_at     timestamptz not null default now(),
  unique (email)
);

create table session (
  hash       text primary key check (length(hash) = 64),
  tenant_id  uuid not null references tenant,
  person_id  uuid not null references person on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_of_person on session (person_id);

create table api_key (
  id           uuid primary key,
  tenant_id    uuid not null references tenant,
  name         text not null check (length(name) between 1 and 200),
  prefix       text not null,
  hash         text not null unique check (length(hash) = 64),
  role         text not null check (role in ('admin', 'builder', 'reviewer', 'operator', 'member', 'viewer')),
  created_at   timestamptz not null default now(),
  withdrawn_at timestamptz
);

-- One row for each delivery ever accepted: what makes a repeated delivery harmless.
create table delivery (
  tenant_id   uuid not null references tenant,
  source      text not null,
  source_id   text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, source, source_id)
);

create table journal (
  position    bigint generated always as identity primary key,
  id          uuid not null unique,
  tenant_id   uuid not null references tenant,
  source      text not null,
  source_id   text not null,
  type        text not null,
  subject     text not null,
  time        timestamptz not null,
  data        jsonb not null,
  actor       text not null,
  recorded_at timestamptz not null default now()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only: % is refused.', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();

create table run (
  id          uuid primary key,
  tenant_id   uuid not null references tenant,
  event_id    uuid not null references journal (id),
  automation  text not null,
  state       text not null default 'queued' check (state in ('queued', 'running', 'finished', 'failed')),
  queued_at   timestamptz not null default now(),
  nudged_at   timestamptz not null default now(),
  started_at  timestamptz,
  finished_at timestamptz,
  check ((finished_at is not null) = (state in ('finished', 'failed')))
) with (fillfactor = 70);
create index run_of_tenant on run (tenant_id, id desc);
create index run_of_event on run (event_id);
create index run_unfinished on run (nudged_at) where finished_at is null;

create table step_outcome (
  tenant_id   uuid not null references tenant,
  run_id      uuid not null references run,
  step        text not null,
  name        text not null,
  output      jsonb,
  error       text,
  attempts    integer not null check (attempts > 0),
  started_at  timestamptz not null,
  finished_at timestamptz not null,
  primary key (run_id, step),
  check ((output is null) <> (error is null))
);

-- Policies: one for the requests of a tenant on every table, and for the system what it needs.
do $$
declare t text;
begin
  foreach t in array array['tenant', 'person', 'session', 'api_key', 'delivery', 'journal', 'run', 'step_outcome'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_tenant on %I to pilothouse_app using (%I = current_tenant()) with check (%I = current_tenant())',
      t, case t when 'tenant' then 'id' else 'tenant_id' end, case t when 'tenant' then 'id' else 'tenant_id' end);
    execute format('create policy of_system on %I to pilothouse_system using (true) with check (true)', t);
  end loop;
end $$;

-- Grants are the second lock: a role may not even try what it has no business with.
grant select on tenant, person, session, api_key, delivery, journal, run, step_outcome to pilothouse_app;
grant update (password_hash, first_password) on person to pilothouse_app;
grant delete on session to pilothouse_app;

grant select, insert on tenant, person, session, api_key, delivery, journal, run, step_outcome to pilothouse_system;
grant delete on session to pilothouse_system;
grant update (state, nudged_at, started_at, finished_at) on run to pilothouse_system;
