-- What a service day brought an agency, kept once the day is over. Counts and sums stand in columns, so that a month or years are
-- sums of them; a median or percentile is the day's own. Nothing in it is about a person.
create table daily_closing (
  agency_id     uuid        not null,
  service_day   date        not null,
  built_at      datetime(6) not null,
  version       int         not null,
  arrivals      int         not null,
  called        int         not null,
  served        int         not null,
  no_shows      int         not null,
  abandoned     int         not null,
  unsettled     int         not null,
  transferred   int         not null,
  judged        int         not null,
  within_target int         not null,
  waits         int         not null,
  wait_millis   bigint      not null,
  wait_median_millis bigint null,
  wait_p90_millis    bigint null,
  services      int         not null,
  service_millis bigint     not null,
  service_median_millis bigint null,
  service_p90_millis    bigint null,
  primary key (agency_id, service_day),
  constraint daily_closing_agency foreign key (agency_id) references agency (id),
  index daily_closing_by_day (service_day)
);

create table daily_closing_service (
  agency_id     uuid        not null,
  service_day   date        not null,
  service_id    uuid        not null,
  arrivals      int         not null,
  called        int         not null,
  served        int         not null,
  no_shows      int         not null,
  abandoned     int         not null,
  unsettled     int         not null,
  transferred   int         not null,
  judged        int         not null,
  within_target int         not null,
  waits         int         not null,
  wait_millis   bigint      not null,
  wait_median_millis bigint null,
  wait_p90_millis    bigint null,
  services      int         not null,
  service_millis bigint     not null,
  service_median_millis bigint null,
  service_p90_millis    bigint null,
  primary key (agency_id, service_day, service_id),
  constraint daily_closing_service_day foreign key (agency_id, service_day)
    references daily_closing (agency_id, service_day) on delete cascade,
  constraint daily_closing_service_service foreign key (agency_id, service_id) references service_offering (agency_id, id)
);

-- By hour of the mall's zone, from 0 to 23.
create table daily_closing_hour (
  agency_id     uuid        not null,
  service_day   date        not null,
  hour          tinyint     not null check (hour between 0 and 23),
  arrivals      int         not null,
  called        int         not null,
  served        int         not null,
  no_shows      int         not null,
  abandoned     int         not null,
  unsettled     int         not null,
  transferred   int         not null,
  judged        int         not null,
  within_target int         not null,
  waits         int         not null,
  wait_millis   bigint      not null,
  wait_median_millis bigint null,
  wait_p90_millis    bigint null,
  services      int         not null,
  service_millis bigint     not null,
  service_median_millis bigint null,
  service_p90_millis    bigint null,
  primary key (agency_id, service_day, hour),
  constraint daily_closing_hour_day foreign key (agency_id, service_day)
    references daily_closing (agency_id, service_day) on delete cascade
);

-- The days to be built. Those that changed after they were built, or came in from elsewhere, go before those that were never built.
create table daily_closing_due (
  agency_id   uuid        not null,
  service_day date        not null,
  changed     boolean     not null,
  since       datetime(6) not null,
  retry_at    datetime(6) null,
  primary key (agency_id, service_day),
  constraint daily_closing_due_agency foreign key (agency_id) references agency (id),
  index daily_closing_due_order (changed, service_day)
);

-- Between which days, both included, an agency's turns were looked through for days without a report.
create table daily_closing_search (
  agency_id uuid    not null primary key,
  oldest    date    not null,
  newest    date    not null,
  complete  boolean not null,
  constraint daily_closing_search_agency foreign key (agency_id) references agency (id)
);
