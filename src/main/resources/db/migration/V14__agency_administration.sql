-- What agencies and the mall's admin administer: who changed a row last, suspended agencies, withdrawn services, what a
-- visitor has to bring (a list in the order in which it is told), and how many numbers a service gives out a day.
alter table agency
  add column suspended_at datetime(6) null,
  add column changed_by varchar(160) null,
  add column changed_at datetime(6) null;
alter table mall
  add column changed_by varchar(160) null,
  add column changed_at datetime(6) null;
alter table service_offering
  add column daily_quota int null check (daily_quota between 1 and 9999),
  add column requirements longtext not null default '[]' check (json_valid(requirements)),
  add column withdrawn_at datetime(6) null,
  add column changed_by varchar(160) null,
  add column changed_at datetime(6) null;
