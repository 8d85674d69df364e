-- What the house did, for home: without an index of their own, deeds are a handful among all that came in and all that runs say of themselves.
create index journal_deeds on journal (tenant_id, position)
  where source = 'pilothouse' and source_id = id::text and type not in ('run.started', 'run.waiting', 'run.finished', 'run.failed', 'run.cancelled');
