-- Stand in for a second factor that is lost. Only a keyed digest is kept; a code that was used is gone.
create table staff_recovery_code (
  id         uuid       not null primary key,
  staff_id   uuid       not null,
  code_hash  binary(32) not null,
  constraint staff_recovery_code_staff foreign key (staff_id) references staff_account (id),
  constraint staff_recovery_code_once unique (staff_id, code_hash)
);
