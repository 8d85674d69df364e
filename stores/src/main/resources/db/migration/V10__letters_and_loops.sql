-- What steps wait for beside a time: an event, the end of a called run; and how far loops are.

-- A letter has come for one of its steps: nobody leaves the run without having read it.
alter table run add column mail boolean not null default false;

-- One branch may ask a person while another one waits for a time.
drop index run_to_wake;
create index run_to_wake on run (due_at) where state in ('waiting', 'needs_person') and due_at is not null;

-- 3: how far a loop is. What lies behind it is not read by a walk any more.
alter table step_record drop constraint step_record_phase_check;
alter table step_record add constraint step_record_phase check (phase in (0, 1, 2, 3));
alter table step_record add column done integer check (done >= 0);
alter table step_record add column failed integer check (failed >= 0);
alter table step_record add constraint step_record_progress check ((phase = 3) = (done is not null));

-- Steps that wait for an event. One field of it is the key; the others are compared when that one fits.
create table awaited_event (
  run_id    uuid not null,
  step      text not null,
  tenant_id uuid not null references tenant,
  type      text not null,
  path      text not null,   -- of the key; empty where any event of the type will do
  value     text not null,
  fields    jsonb not null,  -- all of them: path to value
  primary key (run_id, step)
);
create index awaited_event_of on awaited_event (tenant_id, type, path, value);

-- Which keys there are for a type: what an event has to be looked up by. Few, since authors write them.
create table awaited_path (
  tenant_id uuid not null references tenant,
  type      text not null,
  path      text not null,
  primary key (tenant_id, type, path)
);

create table letter (
  run_id    uuid not null,
  step      text not null,
  tenant_id uuid not null references tenant,
  body      jsonb not null,
  at        timestamptz not null default clock_timestamp(),
  primary key (run_id, step)
);

create function field_of_event(path text, subject text, source text, actor text, data jsonb, before jsonb, after jsonb)
returns text language sql immutable as $$
  select case split_part(path, '.', 1)
    when 'subject' then subject when 'source' then source when 'actor' then actor
    when 'data' then data #>> (string_to_array(path, '.'))[2:]
    when 'before' then before #>> (string_to_array(path, '.'))[2:]
    when 'after' then after #>> (string_to_array(path, '.'))[2:]
  end
$$;

do $$
declare t text;
begin
  foreach t in array array['awaited_event', 'awaited_path', 'letter'] loop
    perform guard_by_tenant(t, 'tenant_id');
  end loop;
end $$;
grant select on awaited_event to pilothouse_app;
grant select, insert, delete on awaited_event, letter to pilothouse_system;
grant select, insert on awaited_path to pilothouse_system;
grant update (mail) on run to pilothouse_system;
grant update (done, failed) on step_record to pilothouse_system;
