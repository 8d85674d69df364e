-- How many runs would be in doubt is asked by every page of an operator, and few of all runs there ever were have not ended.
create index run_unfinished on run (id) where finished_at is null;
