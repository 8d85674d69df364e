-- What the mark in Temporal is compared with, and what a rebuild of Temporal leaves to be read.

alter table carrier add column raised_at timestamptz not null default now();
alter table carrier add column told bigint not null default 0;           -- the highest tick that Temporal has certainly heard of
alter table carrier add column journal_seen bigint not null default 0;   -- where the sequences stood when the tick was raised last
alter table carrier add column steps_seen bigint not null default 0;
alter table carrier add column settled boolean not null default false;   -- raised once more since: what was open at the last time is committed
alter table carrier add column seen_tick bigint not null default 0;      -- what Temporal showed when the hold began
alter table carrier add column rebuild_asked_at timestamptz;
alter table carrier add column rebuild_reason text not null default '';
alter table carrier add column rebuilder uuid;                           -- the process that rebuilds now
alter table carrier add column rebuild_begun_at timestamptz;
alter table carrier add column rebuilds bigint not null default 0;
alter table carrier add column rebuilt_at timestamptz;
alter table carrier add column dispatched bigint not null default 0;
alter table carrier add column started bigint not null default 0;
alter table carrier add column walked bigint not null default 0;
alter table carrier add column strangers bigint not null default 0;
alter table carrier add check (told <= tick);

-- Whether any step was reserved or settled since, without looking through the steps: the journal tells only of what begins and ends.
create sequence step_move as bigint;
create function count_step_move() returns trigger language plpgsql as $$
begin
  perform nextval('step_move');
  return null;
end $$;
create trigger counted after insert or update or delete on step_record for each statement execute function count_step_move();
grant usage on sequence step_move to pilothouse_system;
