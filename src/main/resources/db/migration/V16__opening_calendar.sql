-- Days on which the mall differs from its week, and the agencies that open although the mall doesn't.
create table calendar_day (
  day        date         not null primary key,
  kind       varchar(20)  not null,
  name       varchar(120) not null,
  opens      time         null,
  closes     time         null,
  changed_by varchar(160) null,
  changed_at datetime(6)  null,
  version    int          not null,
  constraint calendar_day_hours check ((kind = 'SPECIAL_OPENING' and opens < closes)
    or (kind <> 'SPECIAL_OPENING' and opens is null and closes is null))
);
create table holiday_opening (
  id         uuid        not null primary key,
  agency_id  uuid        not null,
  day        date        not null,
  opens      time        not null,
  closes     time        not null,
  constraint holiday_opening_agency foreign key (agency_id) references agency (id),
  constraint holiday_opening_once unique (agency_id, day),
  constraint holiday_opening_order check (opens < closes)
);
