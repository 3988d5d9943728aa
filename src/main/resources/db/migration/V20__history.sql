-- The history: one row for each turn that has ended, written in the transaction that ends it and taken out by the one that takes
-- that back. Rows lie in the order in which they are read: by agency and by when the turn was called or, never called, queued.
-- Across agencies what is looked for stands in the index itself, or each of ten million rows would be fetched to see that it isn't it.
-- What may change later is kept as it was: the counter's number and the service's standard. Durations follow kpi.md.
create table history_turn (
  agency_id       uuid        not null,
  at              datetime(6) not null,
  ticket_id       uuid        not null,
  turn            int         not null,
  service_day     date        not null,
  number_prefix   varchar(3)  not null,
  number_sequence int         not null,
  service_id      uuid        not null,
  counter_number  int         null,
  officer_id      uuid        null,
  priority_class  varchar(12) not null,
  status          varchar(12) not null,
  outcome         varchar(20) null,
  calls           int         not null,
  queued_at       datetime(6) not null,
  last_called_at  datetime(6) null,
  serving_since   datetime(6) null,
  ended_at        datetime(6) not null,
  held_millis     bigint      not null,
  target_wait_seconds    int  not null,
  target_service_seconds int  not null,
  wait_millis     bigint as (timestampdiff(microsecond, queued_at, last_called_at) div 1000) stored,
  way_millis      bigint as (timestampdiff(microsecond, last_called_at, serving_since) div 1000) stored,
  service_millis  bigint as (if(status = 'COMPLETED',
    timestampdiff(microsecond, serving_since, ended_at) div 1000 - held_millis, null)) stored,
  over_target     boolean as (coalesce(timestampdiff(microsecond, queued_at, last_called_at), 0)
    > target_wait_seconds * 1000000) stored,
  rating          tinyint     null check (rating between 1 and 4),
  corrections     int         not null default 0,
  primary key (agency_id, at, ticket_id, turn),
  constraint history_turn_once unique (ticket_id, turn),
  constraint history_turn_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint history_turn_officer foreign key (agency_id, officer_id) references staff_account (agency_id, id),
  constraint history_turn_status check (status in ('COMPLETED', 'NO_SHOW', 'TRANSFERRED', 'ABANDONED')),
  index history_turn_by_time (at, agency_id, ticket_id, turn, status, outcome, priority_class, over_target, rating),
  index history_turn_by_service (agency_id, service_id, at),
  index history_turn_by_counter (agency_id, counter_number, at),
  index history_turn_by_officer (agency_id, officer_id, at),
  index history_turn_by_number (number_prefix, number_sequence, at)
);

-- What officers noted of a turn. Searched for a part of it among the turns of a period: once its turn has ended, a note has that
-- turn's place in the history.
create table history_note (
  agency_id uuid         not null,
  at        datetime(6)  not null,
  event_id  bigint       not null,
  ticket_id uuid         not null,
  turn      int          not null,
  turn_at   datetime(6)  null,
  words     varchar(200) not null,
  primary key (agency_id, at, event_id),
  constraint history_note_ticket foreign key (agency_id, ticket_id) references ticket (agency_id, id),
  index history_note_by_turn (ticket_id, turn),
  index history_note_by_place (agency_id, turn_at, ticket_id, turn),
  index history_note_by_time (turn_at, agency_id, ticket_id, turn)
);

-- What has ended before there was a history: each ticket's last turn from its row, those before it from their transfers. A transfer
-- that was taken back doesn't stand: its ticket is in an earlier turn, or another transfer led into the same one later.
insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id, counter_number,
  officer_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since, ended_at, held_millis,
  target_wait_seconds, target_service_seconds)
select k.agency_id, if(k.last_called_at >= k.queued_at, k.last_called_at, k.queued_at), k.id, k.turn, k.service_day,
  k.number_prefix, k.number_sequence, k.service_id, c.number, k.officer_id, k.priority_class, k.status, k.outcome, k.calls,
  k.queued_at, if(k.last_called_at >= k.queued_at, k.last_called_at, null), k.serving_since, k.finished_at, k.held_millis,
  s.target_wait_minutes * 60, s.target_service_minutes * 60
from ticket k
join service_offering s on s.id = k.service_id
left join counter c on c.id = k.counter_id
where k.status in ('COMPLETED', 'NO_SHOW', 'TRANSFERRED', 'ABANDONED') and k.finished_at is not null;

insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id, counter_number,
  officer_id, priority_class, status, calls, queued_at, last_called_at, serving_since, ended_at, held_millis,
  target_wait_seconds, target_service_seconds)
select k.agency_id, if(p.last_called_at >= p.queued_at, p.last_called_at, p.queued_at), k.id, p.turn, k.service_day,
  k.number_prefix, k.number_sequence, s.id, c.number, p.officer_id, k.priority_class, 'TRANSFERRED', p.calls, p.queued_at,
  if(p.last_called_at >= p.queued_at, p.last_called_at, null), p.serving_since, p.ended_at, p.held_millis,
  s.target_wait_minutes * 60, s.target_service_minutes * 60
from (
  select e.ticket_id, e.turn - 1 as turn, e.occurred_at as ended_at,
    cast(json_value(e.details, '$.before.serviceId') as uuid) as service_id,
    cast(json_value(e.details, '$.before.counterId') as uuid) as counter_id,
    cast(json_value(e.details, '$.before.officerId') as uuid) as officer_id,
    cast(json_value(e.details, '$.before.calls') as int) as calls,
    cast(replace(replace(json_value(e.details, '$.before.queuedAt'), 'T', ' '), 'Z', '') as datetime(6)) as queued_at,
    cast(replace(replace(json_value(e.details, '$.before.lastCalledAt'), 'T', ' '), 'Z', '') as datetime(6)) as last_called_at,
    cast(replace(replace(json_value(e.details, '$.before.servingSince'), 'T', ' '), 'Z', '') as datetime(6)) as serving_since,
    cast(json_value(e.details, '$.before.heldMillis') as int) as held_millis
  from ticket_event e
  where e.type = 'TRANSFERRED'
    and e.id = (select max(l.id) from ticket_event l
      where l.ticket_id = e.ticket_id and l.type = 'TRANSFERRED' and l.turn = e.turn)
) p
join ticket k on k.id = p.ticket_id and k.turn > p.turn
join service_offering s on s.id = p.service_id
left join counter c on c.id = p.counter_id;
