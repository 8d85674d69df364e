-- The three login roles that Pilothouse works by, for the supervisor and for psql alike (psql -v migrator_password=... -v app_password=... -v system_password=...).
-- Run as a superuser; may be run again at any time. None of the roles is a superuser or passes by row-level security.
--   pilothouse_migrator  owns the database and its schema, runs the migrations
--   pilothouse_app       serves requests, sees one tenant at a time
--   pilothouse_system    intake, dispatch and sweeps, across tenants where a policy says so

do $$
declare
  role_name text;
begin
  foreach role_name in array array['pilothouse_migrator', 'pilothouse_app', 'pilothouse_system'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
    execute format('alter role %I login nosuperuser nobypassrls nocreaterole nocreatedb noreplication', role_name);
  end loop;
end
$$;

alter role pilothouse_migrator password :'migrator_password';
alter role pilothouse_app password :'app_password';
alter role pilothouse_system password :'system_password';

do $$
begin
  if exists (select from pg_database where datname = 'pilothouse') then
    alter database pilothouse owner to pilothouse_migrator;
    revoke all on database pilothouse from public;
    grant connect, temporary on database pilothouse to pilothouse_app, pilothouse_system;
  end if;
end
$$;
