-- An admin may ask an officer back from a break; the request ends with the break. When the last break ended tells since
-- when a counter stands ready.
alter table counter_shift
  add column break_asked_back_at datetime(6) null after break_planned_end,
  add column last_break_ended_at datetime(6) null after break_asked_back_at;
