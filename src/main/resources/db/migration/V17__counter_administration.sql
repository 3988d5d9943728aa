-- What an agency's admin says of a counter: where it stands, whether it is in use, who changed it last; and which officers may
-- open which counters. An officer without a row there may open all of the agency's.
alter table counter
  add label      varchar(60)  not null default '' after number,
  add area       varchar(60)  not null default '' after label,
  add enabled    boolean      not null default true after area,
  add revision   int          not null default 0,
  add changed_by varchar(120) null,
  add changed_at datetime(6)  null;

create table assigned_counter (
  id         uuid not null primary key,
  agency_id  uuid not null,
  officer_id uuid not null,
  counter_id uuid not null,
  constraint assigned_counter_officer foreign key (agency_id, officer_id) references staff_account (agency_id, id),
  constraint assigned_counter_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint assigned_counter_once unique (officer_id, counter_id)
);
