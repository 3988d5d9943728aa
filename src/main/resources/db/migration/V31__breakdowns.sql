-- How a span was shared out among services, counters and officers, in one row: a period of years needs them of each agency, and a row
-- for each service was by far the dearest part of reading it. services and counters are packed, as Breakdown writes them.
create table rollup_breakdown (
  span               char(1)        not null,
  starts             date           not null,
  agency_id          uuid           not null,
  services           mediumblob     not null,
  counters           mediumblob     not null,
  officer_days       bigint         not null,
  turns              bigint         not null,
  turns_sketch       varbinary(4000) not null,
  serving_millis     bigint         not null,
  serving_sketch     varbinary(4000) not null,
  primary key (span, starts, agency_id),
  constraint rollup_breakdown_agency foreign key (agency_id) references agency (id),
  index rollup_breakdown_own (agency_id, span, starts)
);

-- All days that are kept are built once more, the newest first; those on which nobody came have counters at most.
insert ignore into daily_closing_due (agency_id, service_day, changed, since)
select agency_id, service_day, false, built_at from daily_closing;
insert ignore into daily_closing_due (agency_id, service_day, changed, since)
select distinct agency_id, starts, false, utc_timestamp(6) from rollup_counter where span = 'D';

drop table rollup_counter;
drop table rollup_load;
alter table rollup_service drop index rollup_service_compliance;
