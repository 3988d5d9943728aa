-- How long what visitors told is kept, how far each agency's days are done, and what each run replaced. Days that are done
-- are not looked at again, so that a night's work is a day's rows, however many years lie behind.
create table retention_period (
  kind       varchar(20) not null primary key,
  days       int         not null check (days >= 1),
  changed_by uuid        null,
  changed_at datetime(6) null,
  version    int         not null
);

insert into retention_period (kind, days, version) values
  ('VISITOR_NAME', 30, 0),
  ('VISITOR_PHONE', 30, 0),
  ('REASON', 365, 0);

create table retention_progress (
  agency_id  uuid        not null,
  kind       varchar(20) not null,
  done_until date        not null,
  primary key (agency_id, kind),
  constraint retention_progress_agency foreign key (agency_id) references agency (id)
);

create table retention_run (
  id          bigint      not null auto_increment primary key,
  started_at  datetime(6) not null,
  finished_at datetime(6) null,
  started_by  uuid        null,
  index retention_run_by_time (started_at)
);

create table retention_count (
  run_id    bigint      not null,
  agency_id uuid        not null,
  kind      varchar(20) not null,
  replaced  int         not null,
  failed    boolean     not null,
  primary key (run_id, agency_id, kind),
  constraint retention_count_run foreign key (run_id) references retention_run (id),
  constraint retention_count_agency foreign key (agency_id) references agency (id)
);
