-- How long the turns of all agencies together took on a day. Counts and sums are those of the agencies' reports added up; a median or
-- percentile isn't, so it is reckoned from all of the day's turns. A day is stale from when one of its reports was built or taken away.
create table daily_closing_mall (
  service_day           date    not null primary key,
  stale                 boolean not null,
  wait_median_millis    bigint  null,
  wait_p90_millis       bigint  null,
  service_median_millis bigint  null,
  service_p90_millis    bigint  null,
  index daily_closing_mall_stale (stale, service_day)
);

insert into daily_closing_mall (service_day, stale) select distinct service_day, true from daily_closing;
