-- How an account signs in: whether its password has to be changed first, and its second factor. The secret is sealed with a key
-- that is kept outside of the database; the step is that of the last code taken, so that none is taken twice.
alter table staff_account
  add password_due           boolean        not null default false after password_hash,
  add second_factor_required boolean        not null default false after password_due,
  add second_factor          varbinary(200) null after second_factor_required,
  add second_factor_step     bigint         not null default 0 after second_factor;
