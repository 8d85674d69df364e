-- How many failed runs of an automation its people were told of lately: the first ones each by itself, those after them together
-- when the time is over. One row for each automation that failed within that time.
create table failure_notice (
  tenant_id     uuid not null references tenant,
  automation_id uuid not null references automation,
  since         timestamptz not null, -- the first failure
  until         timestamptz not null,
  told          integer not null check (told >= 0),
  untold        integer not null check (untold >= 0),
  last_run      uuid not null,        -- that failed
  primary key (tenant_id, automation_id)
);
create index failure_notice_over on failure_notice (until);
select guard_by_tenant('failure_notice', 'tenant_id');

grant select, insert, update, delete on failure_notice to pilothouse_system;
