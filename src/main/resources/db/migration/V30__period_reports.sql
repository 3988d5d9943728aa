-- How often a month or year was put together: whoever told something of it sees by that whether it changed.
alter table rollup_span add column revision int not null default 0;
update rollup_span set revision = 1 where not stale;

-- Reports of months (M) and years (Y) that are over, kept as files so that they are there before anybody asks: of an agency, or of the
-- whole mall, which is no agency's. One that is due is made, or made anew, once its time to try comes; its version tells how often its
-- figures were others than before. What it tells of is named by the revision of the figures and by how many answered the survey.
create table period_report (
  id        bigint      not null auto_increment primary key,
  span      char(1)     not null check (span in ('M', 'Y')),
  starts    date        not null,
  ends      date        not null,
  agency_id uuid        null,
  whose     uuid        as (ifnull(agency_id, '00000000-0000-0000-0000-000000000000')) stored,
  due       boolean     not null,
  wanted    int         not null,
  responses int         not null default 0,
  retry_at  datetime(6) null,
  version   int         not null default 0,
  made_at   datetime(6) null,
  pdf       mediumblob  null,
  xlsx      mediumblob  null,
  constraint period_report_once unique (span, starts, whose),
  constraint period_report_agency foreign key (agency_id) references agency (id),
  index period_report_due (due, ends)
);
