-- Exports of the history that are made in the background, for whoever asked for them alone. Their files lie in a folder, under
-- their id; a row goes with its file when its time is over. What was asked for stands here as it was told, and the role and agency
-- that the person had then.
create table history_export (
  id           uuid         not null primary key,
  agency_id    uuid         null,
  staff_id     uuid         not null,
  role         varchar(20)  not null,
  wish         text         not null,
  state        varchar(10)  not null,
  attempts     int          not null default 0,
  rows_done    bigint       not null default 0,
  bytes        bigint       null,
  sha256       char(64)     null,
  fault        varchar(60)  null,
  requested_at datetime(6)  not null,
  finished_at  datetime(6)  null,
  expires_at   datetime(6)  null,
  constraint history_export_agency foreign key (agency_id) references agency (id),
  constraint history_export_staff foreign key (staff_id) references staff_account (id),
  constraint history_export_state check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED')),
  index history_export_of_staff (staff_id, requested_at),
  index history_export_by_state (state, requested_at),
  index history_export_by_end (expires_at)
);
