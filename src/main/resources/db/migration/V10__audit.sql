-- What people did: one trail for each agency, and one (id ...0001) for what concerns the mall itself. No foreign keys: the
-- trail outlives what it speaks of. Rows are only ever added.
create table audit_event (
  id          bigint       not null auto_increment primary key,
  trail_id    uuid         not null,
  kind        varchar(30)  not null,
  occurred_at datetime(6)  not null,
  actor_id    uuid         null,
  actor_name  varchar(190) null,
  actor_role  varchar(20)  null,
  address     varchar(45)  null,
  subject     varchar(200) not null,
  was         longtext     null check (json_valid(was)),
  became      longtext     null check (json_valid(became)),
  index audit_event_by_time (trail_id, occurred_at),
  index audit_event_by_kind (trail_id, kind, occurred_at)
);
