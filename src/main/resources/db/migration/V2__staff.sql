-- People who sign in. Those without an agency work for the mall: head, mall admin, front desk.
create table staff_account (
  id                 uuid         not null primary key,
  agency_id          uuid         null,
  username           varchar(60)  not null unique,
  display_name       varchar(120) not null,
  password_hash      varchar(200) not null,
  role               varchar(20)  not null,
  enabled            boolean      not null,
  may_choose_ticket  boolean      not null,
  language           varchar(5)   not null,
  color_scheme       varchar(10)  not null,
  single_key_shortcuts boolean    not null,
  version            int          not null,
  constraint staff_account_agency foreign key (agency_id) references agency (id),
  constraint staff_account_role check (
    (role in ('OFFICER', 'AGENCY_ADMIN') and agency_id is not null)
    or (role in ('MALL_HEAD', 'MALL_ADMIN', 'FRONT_DESK') and agency_id is null)),
  constraint staff_account_owned unique (agency_id, id)
);
