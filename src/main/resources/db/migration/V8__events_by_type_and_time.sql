-- A day's transfers hold the turns that ended with them: the board and the history look them up by agency and day.
create index ticket_event_by_type on ticket_event (agency_id, type, occurred_at);
