-- Records of our own, all of one shape: contacts, companies and activities beside the deals and tasks there were; and what people are told.

-- The policies hold the migrator too: without this pause it would see no row of what it changes.
alter table deal no force row level security;
alter table task no force row level security;

-- What a search looks through.
create function record_words(fields jsonb) returns text language sql immutable as $$
  select coalesce(lower(string_agg(value, ' ')), '') from jsonb_each_text(fields)
$$;

create table contact (
  tenant_id  uuid not null references tenant,
  id         text not null check (length(id) between 1 and 200),
  position   bigint generated always as identity,
  fields     jsonb not null,
  email      text generated always as (fields->>'email') stored,
  company_id text generated always as (fields->>'company_id') stored,
  words      text generated always as (record_words(fields)) stored,
  version    bigint not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
create index contact_of_tenant on contact (tenant_id, position);
create index contact_of_company on contact (tenant_id, company_id, position);

create table company (
  tenant_id  uuid not null references tenant,
  id         text not null check (length(id) between 1 and 200),
  position   bigint generated always as identity,
  fields     jsonb not null,
  name       text generated always as (fields->>'name') stored,
  words      text generated always as (record_words(fields)) stored,
  version    bigint not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index company_of_tenant on company (tenant_id, position);

create table activity (
  tenant_id  uuid not null references tenant,
  id         text not null check (length(id) between 1 and 200),
  position   bigint generated always as identity,
  fields     jsonb not null,
  words      text generated always as (record_words(fields)) stored,
  version    bigint not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index activity_of_tenant on activity (tenant_id, position);
create index activity_of_subject on activity (tenant_id, (fields->>'subject'), position);

alter table deal add column position bigint generated always as identity;
alter table deal add column company_id text generated always as (fields->>'company_id') stored;
alter table deal add column contact_id text generated always as (fields->>'contact_id') stored;
alter table deal add column words text generated always as (record_words(fields)) stored;
alter table deal add column created_by text not null default 'pilothouse'; -- nobody noted it
alter table deal alter column created_by drop default;
alter table deal add column created_at timestamptz;
update deal set created_at = changed_at;
alter table deal alter column created_at set default now();
alter table deal alter column created_at set not null;
create index deal_of_tenant on deal (tenant_id, position);
create index deal_of_stage on deal (tenant_id, (fields->>'stage'), position);
create index deal_of_company on deal (tenant_id, company_id, position);

-- Tasks had a column for each field.
alter table task add column fields jsonb;
update task set fields = jsonb_strip_nulls(jsonb_build_object(
  'title', title, 'body', nullif(body, ''), 'assignee', nullif(assignee, ''), 'state', state,
  'due', replace(to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z')));
drop index task_of_tenant;
alter table task drop constraint task_pkey;
alter table task drop column title, drop column body, drop column assignee, drop column state;
alter table task alter column fields set not null;
alter table task alter column id type text;
alter table task add check (length(id) between 1 and 200);
alter table task add primary key (tenant_id, id);
alter table task add column position bigint generated always as identity;
alter table task add column title text generated always as (fields->>'title') stored;
alter table task add column state text generated always as (fields->>'state') stored;
alter table task add column words text generated always as (record_words(fields)) stored;
alter table task add column version bigint not null default 1;
alter table task add column changed_at timestamptz not null default now();
alter table task add column overdue_at timestamptz; -- when the journal was told that it is past due; told once for each due
update task set changed_at = created_at, overdue_at = case when due_at < now() then now() end;
create index task_of_tenant on task (tenant_id, position);
create index task_of_assignee on task (tenant_id, (fields->>'assignee'), position);
create index task_of_subject on task (tenant_id, (fields->>'subject'), position);
create index task_due on task (due_at) where state = 'open' and overdue_at is null;

-- What people are told within the house: one row for each person, so that each reads in their own time.
create table notification (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant,
  position   bigint generated always as identity,
  xid        xid8 not null default pg_current_xact_id(), -- readers stop at the oldest open transaction
  person_id  uuid not null references person on delete cascade,
  addressed  text not null, -- as the sender wrote it: an address, a role, the owner
  text       text not null check (length(text) between 1 and 2000),
  subject    text not null default '',
  run_id     uuid,
  actor      text not null,
  created_at timestamptz not null default now(),
  read_at    timestamptz
);
create index notification_of_person on notification (person_id, position);
create index notification_for_readers on notification (person_id, xid, position);
create index notification_unread on notification (person_id) where read_at is null;

do $$
declare t text;
begin
  foreach t in array array['contact', 'company', 'activity', 'notification'] loop
    perform guard_by_tenant(t, 'tenant_id');
  end loop;
end $$;
alter table deal force row level security;
alter table task force row level security;

grant select on contact, company, activity, notification to pilothouse_app;
grant update (read_at) on notification to pilothouse_app;

grant select, insert on contact, company, activity, notification to pilothouse_system;
grant update (fields, version, changed_at) on contact, company to pilothouse_system;
grant update (fields, version, changed_at, due_at, overdue_at) on task to pilothouse_system;
