-- A service's own hours on a weekday, where they differ from its agency's; without hours it is closed on that weekday. An
-- agency's week as a whole has a version, so that two people don't overwrite each other's.
create table service_hours (
  id         uuid     not null primary key,
  agency_id  uuid     not null,
  service_id uuid     not null,
  weekday    tinyint  not null check (weekday between 1 and 7),
  opens      time     null,
  closes     time     null,
  constraint service_hours_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint service_hours_once unique (service_id, weekday),
  constraint service_hours_order check ((opens is null and closes is null) or opens < closes)
);
create table agency_week (
  id         uuid         not null primary key,
  agency_id  uuid         not null,
  changed_by varchar(160) null,
  changed_at datetime(6)  null,
  version    int          not null,
  constraint agency_week_agency foreign key (agency_id) references agency (id),
  constraint agency_week_once unique (agency_id)
);
