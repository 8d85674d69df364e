-- People look refused deliveries through, newest first, and those of a time. Numbers are drawn in nearly the same order, but only nearly.
create index refused_delivery_newest on refused_delivery (tenant_id, received_at, id);
drop index refused_delivery_of_tenant;
