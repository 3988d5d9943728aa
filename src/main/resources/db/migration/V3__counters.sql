-- Counters, who works at them and when. An open shift fills open_counter_id and open_officer_id, so that the unique
-- keys allow one officer per counter and one counter per officer, whatever two screens try at the same moment.
create table counter (
  id        uuid not null primary key,
  agency_id uuid not null,
  number    int  not null unique,
  version   int  not null,
  constraint counter_agency foreign key (agency_id) references agency (id),
  constraint counter_owned unique (agency_id, id)
);

create table counter_service (
  agency_id  uuid not null,
  counter_id uuid not null,
  service_id uuid not null,
  primary key (counter_id, service_id),
  constraint counter_service_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint counter_service_service foreign key (agency_id, service_id) references service_offering (agency_id, id)
);

create table counter_shift (
  id              uuid        not null primary key,
  agency_id       uuid        not null,
  counter_id      uuid        not null,
  officer_id      uuid        not null,
  opened_at       datetime(6) not null,
  closed_at       datetime(6) null,
  open_counter_id uuid        null,
  open_officer_id uuid        null,
  break_reason    varchar(20) null,
  break_started_at  datetime(6) null,
  break_planned_end datetime(6) null,
  version         int         not null,
  constraint counter_shift_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint counter_shift_officer foreign key (agency_id, officer_id) references staff_account (agency_id, id),
  constraint counter_shift_owned unique (agency_id, id),
  constraint one_open_shift_per_counter unique (open_counter_id),
  constraint one_open_shift_per_officer unique (open_officer_id)
);

create table counter_shift_service (
  agency_id  uuid not null,
  shift_id   uuid not null,
  service_id uuid not null,
  primary key (shift_id, service_id),
  constraint counter_shift_service_shift foreign key (agency_id, shift_id) references counter_shift (agency_id, id),
  constraint counter_shift_service_service foreign key (agency_id, service_id) references service_offering (agency_id, id)
);

create table counter_break (
  id          uuid        not null primary key,
  agency_id   uuid        not null,
  shift_id    uuid        not null,
  reason      varchar(20) not null,
  started_at  datetime(6) not null,
  planned_end datetime(6) not null,
  ended_at    datetime(6) not null,
  constraint counter_break_shift foreign key (agency_id, shift_id) references counter_shift (agency_id, id)
);
