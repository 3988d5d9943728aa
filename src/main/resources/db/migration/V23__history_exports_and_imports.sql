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

-- Imports of what an older system kept. Their turns stand in the history beside all others, with a ticket's id that no ticket has.
-- Which import a turn came with stands in a table of its own: the history's rows, which the counters write, don't grow by it.
create table history_import (
  id          uuid         not null primary key,
  agency_id   uuid         not null,
  file_name   varchar(200) not null,
  fingerprint char(64)     not null,
  mapping     text         not null,
  staff_id    uuid         not null,
  staff_name  varchar(120) not null,
  imported_at datetime(6)  not null,
  added       int          not null default 0,
  known       int          not null default 0,
  first_day   date         null,
  last_day    date         null,
  undone_at   datetime(6)  null,
  constraint history_import_agency foreign key (agency_id) references agency (id),
  constraint history_import_staff foreign key (agency_id, staff_id) references staff_account (agency_id, id),
  constraint history_import_owned unique (agency_id, id),
  index history_import_by_time (agency_id, imported_at)
);

create table history_import_turn (
  agency_id uuid        not null,
  import_id uuid        not null,
  at        datetime(6) not null,
  ticket_id uuid        not null,
  primary key (agency_id, import_id, at, ticket_id),
  constraint history_import_turn_import foreign key (agency_id, import_id) references history_import (agency_id, id)
);
