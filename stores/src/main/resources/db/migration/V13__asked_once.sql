-- What people and programs asked for under a key of their own: asked twice it is done once.
create table asked_once (
  tenant_id uuid not null references tenant,
  key       text not null check (length(key) between 1 and 255),
  asked     text not null, -- what was asked for, so that nobody takes one request for another
  run_id    uuid not null, -- the run that was born of it
  at        timestamptz not null default now(),
  primary key (tenant_id, key)
);
create index asked_once_by_age on asked_once (at);
select guard_by_tenant('asked_once', 'tenant_id');

grant select, insert, delete, update (at) on asked_once to pilothouse_system; -- the last only to lock what is about to go
