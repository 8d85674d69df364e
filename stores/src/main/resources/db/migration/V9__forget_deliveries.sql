-- Deliveries are forgotten when they are too old to be repeated; the oldest are found without looking at the others.
create index delivery_by_age on delivery (received_at);
grant delete, update (received_at) on delivery to pilothouse_system; -- the second only to lock what is about to go
