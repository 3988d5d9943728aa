-- Figures that add up: of each day, and again of each month and year that is over, so that years are read as quickly as a day. A span is
-- a day (D), a month (M) or a year (Y), named by its first day. Sketches tell how times were spread, week_hours counts by weekday and hour.
create table rollup_agency (
  span               char(1)        not null,
  starts             date           not null,
  agency_id          uuid           not null,
  arrivals           bigint         not null,
  served             bigint         not null,
  no_shows           bigint         not null,
  abandoned          bigint         not null,
  unsettled          bigint         not null,
  transferred        bigint         not null,
  judged             bigint         not null,
  within_target      bigint         not null,
  waits              bigint         not null,
  wait_millis        bigint         not null,
  wait_sketch        varbinary(4000) not null,
  services           bigint         not null,
  service_millis     bigint         not null,
  service_sketch     varbinary(4000) not null,
  service_within     bigint         not null,
  estimated          bigint         not null,
  estimated_inside   bigint         not null,
  misses             bigint         not null,
  miss_millis        bigint         not null,
  miss_sketch        varbinary(4000) not null,
  week_hours         varbinary(4000) not null,
  primary key (span, starts, agency_id),
  constraint rollup_agency_agency foreign key (agency_id) references agency (id),
  index rollup_agency_own (agency_id, span, starts)
);

create table rollup_service (
  span               char(1)        not null,
  starts             date           not null,
  agency_id          uuid           not null,
  service_id         uuid           not null,
  arrivals           bigint         not null,
  served             bigint         not null,
  no_shows           bigint         not null,
  abandoned          bigint         not null,
  unsettled          bigint         not null,
  transferred        bigint         not null,
  judged             bigint         not null,
  within_target      bigint         not null,
  waits              bigint         not null,
  wait_millis        bigint         not null,
  wait_sketch        varbinary(4000) not null,
  services           bigint         not null,
  service_millis     bigint         not null,
  service_sketch     varbinary(4000) not null,
  service_within     bigint         not null,
  estimated          bigint         not null,
  estimated_inside   bigint         not null,
  misses             bigint         not null,
  miss_millis        bigint         not null,
  miss_sketch        varbinary(4000) not null,
  week_hours         varbinary(4000) not null,
  primary key (span, starts, agency_id, service_id),
  constraint rollup_service_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  index rollup_service_own (agency_id, service_id, span, starts),
  index rollup_service_compliance (span, starts, agency_id, service_id, judged, within_target, services, service_within)
);

-- By the counter's number, which the history keeps as well: it may move to another agency later.
create table rollup_counter (
  span               char(1)        not null,
  starts             date           not null,
  agency_id          uuid           not null,
  counter_number     int            not null,
  open_millis        bigint         not null,
  serving_millis     bigint         not null,
  quiet_millis       bigint         not null,
  turns              bigint         not null,
  primary key (span, starts, agency_id, counter_number),
  constraint rollup_counter_agency foreign key (agency_id) references agency (id),
  index rollup_counter_own (agency_id, span, starts)
);

-- How the work was spread: a quantity for each officer and day, and nobody's name.
create table rollup_load (
  span               char(1)        not null,
  starts             date           not null,
  agency_id          uuid           not null,
  officer_days       bigint         not null,
  turns              bigint         not null,
  turns_sketch       varbinary(4000) not null,
  serving_millis     bigint         not null,
  serving_sketch     varbinary(4000) not null,
  primary key (span, starts, agency_id),
  constraint rollup_load_agency foreign key (agency_id) references agency (id),
  index rollup_load_own (agency_id, span, starts)
);

-- Which months and years are to be put together anew. One that stands here and isn't stale is right.
create table rollup_span (
  span     char(1)     not null,
  starts   date        not null,
  stale    boolean     not null,
  retry_at datetime(6) null,
  primary key (span, starts),
  index rollup_span_stale (stale, span, starts)
);

-- Occupancy asks which shifts lay in a day, of an agency and of all.
alter table counter_shift
  add index counter_shift_own_by_time (agency_id, opened_at),
  add index counter_shift_by_time (opened_at);

-- The days that have a report are built once more, the newest first, for what else is now kept of them.
insert ignore into daily_closing_due (agency_id, service_day, changed, since)
select agency_id, service_day, false, built_at from daily_closing;
