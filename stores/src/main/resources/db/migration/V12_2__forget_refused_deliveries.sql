-- Refused deliveries are forgotten when accepted ones are; the oldest are found without looking at the others.
create index refused_delivery_by_age on refused_delivery (received_at);
grant delete, update (received_at) on refused_delivery to pilothouse_system; -- the second only to lock what is about to go
