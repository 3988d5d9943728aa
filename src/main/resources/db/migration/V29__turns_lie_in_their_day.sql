-- A turn counts in its service day, also where it was called or moved on after midnight; there it is listed, too, in the last moment.
-- The zones of Indonesia know no summer time.
update history_note n
join history_turn t on t.agency_id = n.agency_id and t.at = n.turn_at and t.ticket_id = n.ticket_id and t.turn = n.turn
join (select case zone when 'Asia/Jakarta' then 7 when 'Asia/Pontianak' then 7 when 'Asia/Makassar' then 8
  when 'Asia/Jayapura' then 9 end as ahead from mall) m
set n.turn_at = t.service_day + interval 1 day - interval m.ahead hour - interval 1 microsecond
where t.at >= t.service_day + interval 1 day - interval m.ahead hour;

update history_turn t
join (select case zone when 'Asia/Jakarta' then 7 when 'Asia/Pontianak' then 7 when 'Asia/Makassar' then 8
  when 'Asia/Jayapura' then 9 end as ahead from mall) m
set t.at = t.service_day + interval 1 day - interval m.ahead hour - interval 1 microsecond
where t.at >= t.service_day + interval 1 day - interval m.ahead hour;
