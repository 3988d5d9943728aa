-- Which tickets of earlier days are still open is asked again and again; of ten years only those few are in this index with a day.
alter table ticket
  add column open_day date as (if(status in ('WAITING', 'CALLED', 'SERVING', 'HELD'), service_day, null)) virtual,
  add index ticket_left_open (agency_id, open_day);
