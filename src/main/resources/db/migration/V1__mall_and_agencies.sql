-- The mall itself (one row), its agencies (the tenants), what they offer and when they are open.
create table mall (
  id                          tinyint      not null primary key check (id = 1),
  name                        varchar(120) not null,
  zone                        varchar(40)  not null,
  recalls_before_no_show      int          not null check (recalls_before_no_show between 0 and 9),
  recall_cooldown_seconds     int          not null check (recall_cooldown_seconds between 0 and 900),
  late_return_minutes         int          not null check (late_return_minutes between 0 and 480),
  priority_rate_percent       int          not null check (priority_rate_percent between 100 and 1000),
  vulnerable_max_wait_minutes int          not null check (vulnerable_max_wait_minutes between 1 and 240),
  version                     int          not null
);

create table agency (
  id      uuid         not null primary key,
  code    varchar(20)  not null unique,
  letters varchar(2)   not null unique,
  name    varchar(120) not null,
  version int          not null
);

create table opening_hours (
  id        uuid     not null primary key,
  agency_id uuid     not null,
  weekday   tinyint  not null check (weekday between 1 and 7),
  opens     time     not null,
  closes    time     not null,
  constraint opening_hours_agency foreign key (agency_id) references agency (id),
  constraint opening_hours_once unique (agency_id, weekday),
  constraint opening_hours_order check (opens < closes)
);

create table service_offering (
  id                     uuid         not null primary key,
  agency_id              uuid         not null,
  letter                 char(1)      not null,
  prefix                 varchar(3)   not null,
  name_id                varchar(120) not null,
  name_en                varchar(120) not null,
  target_wait_minutes    int          not null check (target_wait_minutes > 0),
  target_service_minutes int          not null check (target_service_minutes > 0),
  paused_reason          varchar(200) null,
  version                int          not null,
  constraint service_offering_agency foreign key (agency_id) references agency (id),
  constraint service_offering_prefix unique (prefix),
  constraint service_offering_owned unique (agency_id, id)
);
