-- The queue. `ticket` is the truth about one number, `waiting` holds only those who wait (narrow, so that call-next
-- touches little), `ticket_event` is the history, the feed's outbox and the proof of what happened.
create table visit (
  id          uuid        not null primary key,
  service_day date        not null,
  arrived_at  datetime(6) not null
);

create table ticket_number (
  agency_id   uuid not null,
  service_id  uuid not null,
  service_day date not null,
  last_number int  not null,
  primary key (service_id, service_day),
  constraint ticket_number_service foreign key (agency_id, service_id) references service_offering (agency_id, id)
);

create table ticket (
  id                uuid          not null primary key,
  agency_id         uuid          not null,
  visit_id          uuid          not null,
  service_day       date          not null,
  number_prefix     varchar(3)    not null,
  number_sequence   int           not null,
  public_token      char(22)      character set ascii collate ascii_bin not null,
  priority_class    varchar(12)   not null,
  issued_at         datetime(6)   not null,
  visitor_name      varchar(80)   null,
  visitor_phone     varchar(20)   null,
  turn              int           not null,
  status            varchar(12)   not null,
  service_id        uuid          not null,
  queued_at         datetime(6)   not null,
  waits_since       datetime(6)   not null,
  calls             int           not null,
  first_called_at   datetime(6)   null,
  last_called_at    datetime(6)   null,
  counter_id        uuid          null,
  officer_id        uuid          null,
  serving_since     datetime(6)   null,
  held_from         varchar(12)   null,
  held_at           datetime(6)   null,
  hold_until        datetime(6)   null,
  hold_reason       varchar(200)  null,
  held_millis       bigint        not null,
  finished_at       datetime(6)   null,
  outcome           varchar(20)   null,
  active_counter_id uuid          null,
  version           int           not null,
  constraint ticket_visit foreign key (visit_id) references visit (id),
  constraint ticket_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint ticket_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint ticket_officer foreign key (agency_id, officer_id) references staff_account (agency_id, id),
  constraint ticket_owned unique (agency_id, id),
  constraint ticket_number_once unique (service_day, number_prefix, number_sequence),
  constraint ticket_token_once unique (public_token),
  constraint one_active_ticket_per_counter unique (active_counter_id),
  index ticket_open (agency_id, service_day, status)
);

create table waiting (
  ticket_id      uuid        not null primary key,
  agency_id      uuid        not null,
  service_id     uuid        not null,
  priority_class varchar(12) not null,
  waits_since    datetime(6) not null,
  constraint waiting_ticket foreign key (agency_id, ticket_id) references ticket (agency_id, id),
  index waiting_heads (agency_id, service_id, priority_class, waits_since, ticket_id)
);

create table ticket_event (
  id          bigint      not null auto_increment primary key,
  agency_id   uuid        not null,
  ticket_id   uuid        not null,
  turn        int         not null,
  type        varchar(20) not null,
  occurred_at datetime(6) not null,
  service_id  uuid        not null,
  counter_id  uuid        null,
  staff_id    uuid        null,
  command_id  uuid        not null,
  details     longtext    not null check (json_valid(details)),
  constraint ticket_event_ticket foreign key (agency_id, ticket_id) references ticket (agency_id, id),
  constraint ticket_event_command unique (agency_id, command_id)
);
