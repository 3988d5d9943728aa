-- A day of the mall that can't be reckoned is put off until then, as an agency's is, so that it doesn't hold up the older ones.
alter table daily_closing_mall add column retry_at datetime(6) null;
