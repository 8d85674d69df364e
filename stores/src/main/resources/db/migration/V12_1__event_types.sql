-- Which types of events have come to a tenant, and what those looked like that nobody has declared.
create table event_type (
  tenant_id  uuid not null references tenant,
  type       text collate "C" not null check (length(type) between 1 and 200),
  seen       bigint not null check (seen > 0),
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  newest     uuid not null, -- an entry of the journal, for an example
  sources    jsonb not null,
  shape      jsonb, -- null where the type is declared
  primary key (tenant_id, type)
);
create index event_type_rare on event_type (tenant_id, last_seen) where shape is not null and seen <= 2;

do $$ begin perform guard_by_tenant('event_type', 'tenant_id'); end $$;
grant select on event_type to pilothouse_app;
grant select, insert, update, delete on event_type to pilothouse_system;
