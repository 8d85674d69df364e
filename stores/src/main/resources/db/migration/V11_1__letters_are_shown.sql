-- Whoever looks at a run sees what has come for its steps.
grant select on letter to pilothouse_app;
