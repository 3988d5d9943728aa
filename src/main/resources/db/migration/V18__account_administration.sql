-- Who administered an account last, told to whoever saves a form that was filled before; and what a sign-in name looks like: names
-- that one can mistake for each other (0 and o, 1 and l, a hyphen and a full stop) can't both be given.
alter table staff_account
  add revision   int          not null default 0,
  add changed_by varchar(120) null,
  add changed_at datetime(6)  null,
  add username_likeness varchar(60) as (replace(replace(replace(username, '0', 'o'), '1', 'l'), '-', '.')) stored,
  add constraint staff_account_likeness unique (username_likeness);
