-- The life of an automation: drafts as their authors wrote them, and which version was in force at which index epoch.

-- The policies hold the migrator too: without this pause it would see no row of what it fills in.
alter table automation no force row level security;
alter table automation_version no force row level security;
alter table index_epoch no force row level security;

-- Of the text that this database gives back: how an author ordered and spaced a definition makes no version of its own.
create function definition_hash(definition jsonb) returns text language sql immutable strict as $$
  select encode(sha256(convert_to(definition::text, 'UTF8')), 'hex')
$$;

-- Name, owner and area are those of the version in force; of the draft before the first publish.
alter table automation add column state text not null default 'draft' check (state in ('draft', 'published', 'paused', 'archived'));
alter table automation add column owner text not null default '';
alter table automation add column area text not null default '';
alter table automation add column draft_hash text generated always as (definition_hash(draft)) stored;
alter table automation add column source_format text not null default 'json' check (source_format in ('json', 'yaml'));
alter table automation add column source_text text;
alter table automation add column saved_at timestamptz not null default now();
alter table automation add column saved_by text;
alter table automation add column changed_by text;
update automation set state = case when published is null then 'draft' else 'published' end, source_text = jsonb_pretty(draft),
  owner = coalesce(draft ->> 'owner', ''), area = coalesce(draft ->> 'area', ''), saved_at = changed_at, saved_by = created_by, changed_by = created_by;
alter table automation alter column source_text set not null;
alter table automation alter column saved_by set not null;
alter table automation alter column changed_by set not null;
alter table automation add check (published is null or state <> 'draft');
alter table automation add check (published is not null or state in ('draft', 'archived'));

-- What is archived leaves its name to others.
alter table automation drop constraint automation_tenant_id_name_key;
create unique index automation_name on automation (tenant_id, name) where state <> 'archived';
create index automation_by_name on automation (tenant_id, name, id);

alter table automation_version add column source_format text not null default 'json' check (source_format in ('json', 'yaml'));
alter table automation_version add column source_text text;
alter table automation_version add column note text not null default '';
update automation_version set source_text = jsonb_pretty(definition);
alter table automation_version alter column source_text set not null;

-- One row for each raise of the epoch that an automation caused: what was in force from there on.
create table publication (
  tenant_id     uuid not null references tenant,
  automation_id uuid not null references automation,
  epoch         bigint not null check (epoch > 0),
  state         text not null check (state in ('published', 'paused', 'resumed', 'archived', 'restored', 'rolled_back')), -- what was done
  standing      text not null check (standing in ('draft', 'published', 'paused', 'archived')), -- where the automation stood after it
  hash          text, -- null where nothing was ever published
  number        integer,
  at            timestamptz not null default now(),
  actor         text not null,
  note          text not null default '',
  primary key (automation_id, epoch),
  check ((hash is null) = (number is null)),
  foreign key (automation_id, hash) references automation_version
);
create index publication_of_tenant on publication (tenant_id, epoch);

-- Until here each version was published once, and each publish raised the epoch: their order tells the epochs.
insert into publication (tenant_id, automation_id, epoch, state, standing, hash, number, at, actor)
select v.tenant_id, v.automation_id, row_number() over (partition by v.tenant_id order by v.published_at, v.automation_id, v.number),
  'published', 'published', v.hash, v.number, v.published_at, v.published_by
from automation_version v join automation a on a.id = v.automation_id where a.published is not null;
-- Unless one came back: then the last raise of all is the latest at which it can have been.
insert into publication (tenant_id, automation_id, epoch, state, standing, hash, number, at, actor)
select a.tenant_id, a.id, e.epoch, 'published', 'published', v.hash, v.number, a.changed_at, a.changed_by
from automation a join automation_version v on v.automation_id = a.id and v.hash = a.published join index_epoch e on e.tenant_id = a.tenant_id
where v.number < (select max(w.number) from automation_version w where w.automation_id = a.id)
on conflict (automation_id, epoch) do update set hash = excluded.hash, number = excluded.number, at = excluded.at, actor = excluded.actor;

alter table automation force row level security;
alter table automation_version force row level security;
alter table index_epoch force row level security;
select guard_by_tenant('publication', 'tenant_id');

-- Drafts are written by the requests of a tenant; what goes live passes the journal's door, which only the system does.
revoke insert on automation_version from pilothouse_app;
revoke insert, update on index_epoch from pilothouse_app;
revoke update (published) on automation from pilothouse_app;
grant update (owner, area, source_format, source_text, saved_at, saved_by, changed_by) on automation to pilothouse_app;
grant select on publication to pilothouse_app;
grant select, insert on publication to pilothouse_system;
grant update (name, owner, area, state, changed_by) on automation to pilothouse_system;
