-- Whether somebody has said what the company is called, and whether its first steps are behind it. Who is here already knows the way.
-- The policies hold the migrator too: without this pause it would see no row of what it fills in.
alter table tenant no force row level security;
alter table tenant add column named_at timestamptz;
alter table tenant add column settled_at timestamptz;
update tenant set named_at = case when name <> 'main' then created_at end, settled_at = now();
alter table tenant force row level security;

-- A new name is told in the journal, which only the system writes.
grant update (name, named_at) on tenant to pilothouse_system;
grant update (settled_at) on tenant to pilothouse_app;
