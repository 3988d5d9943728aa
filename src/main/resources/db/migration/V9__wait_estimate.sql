-- What the visitor was told to expect when the number was issued, so that it can be held against what came. Empty when
-- nothing could be told.
alter table ticket
  add column estimated_from_seconds int null after waits_since,
  add column estimated_to_seconds   int null after estimated_from_seconds,
  add constraint ticket_estimate check (
    (estimated_from_seconds is null and estimated_to_seconds is null)
    or (estimated_from_seconds >= 0 and estimated_to_seconds >= estimated_from_seconds));
