-- What became of each attempt of a call before the newest one, whose reservation stands in step_record. For people alone: no walk reads it.
create table past_attempt (
  run_id    uuid not null,
  step      text collate "C" not null,
  attempt   integer not null check (attempt > 0),
  tenant_id uuid not null,
  sent_at   timestamptz not null,
  ended_at  timestamptz,           -- null where nobody was left to tell how it ended
  reason    text,                  -- why it was made again
  error     jsonb,                 -- what it met
  primary key (run_id, step, attempt)
);
select guard_by_tenant('past_attempt', 'tenant_id');
grant select on past_attempt to pilothouse_app;
grant select, insert on past_attempt to pilothouse_system;
