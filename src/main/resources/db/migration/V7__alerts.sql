-- What went wrong, from when to when, and who took note. An alert that lasts fills open_key, so that its unique key
-- lets one last only once, however many nodes watch.
create table alert (
  id              uuid         not null primary key,
  agency_id       uuid         not null,
  kind            varchar(30)  not null,
  subject         varchar(40)  not null,
  facts           longtext     not null check (json_valid(facts)),
  began_at        datetime(6)  not null,
  raised_at       datetime(6)  not null,
  cleared_at      datetime(6)  null,
  ended_at        datetime(6)  null,
  acknowledged_at datetime(6)  null,
  acknowledged_by uuid         null,
  open_key        varchar(80)  null,
  version         int          not null,
  constraint alert_agency foreign key (agency_id) references agency (id),
  constraint alert_acknowledged_by foreign key (agency_id, acknowledged_by) references staff_account (agency_id, id),
  constraint alert_lasts_once unique (open_key),
  index alert_by_time (agency_id, raised_at)
);
