-- The chain over each trail: a row for each sealed event, whose hash covers the one before it and every column of the event.
-- No foreign key: it would make a sealer and a writer wait for each other. Rows are only ever added.
create table audit_seal (
  event_id bigint     not null primary key,
  trail_id uuid       not null,
  position bigint     not null,
  hash     binary(32) not null,
  unique key audit_seal_in_order (trail_id, position)
);
