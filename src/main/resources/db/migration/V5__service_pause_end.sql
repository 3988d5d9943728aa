-- A pause may have an end: from then on the service takes new numbers again by itself.
alter table service_offering add column paused_until datetime(6) null after paused_reason;
