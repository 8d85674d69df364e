-- What a run changed is looked for by the run. Entries that runs write about themselves, two or more of each, are known by their subject already:
-- without them the index costs a run nothing that changes nothing.
create index journal_written_by on journal (cause_run, position) where cause_run is not null and subject not like 'run/%';
