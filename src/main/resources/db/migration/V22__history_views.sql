-- How a person looks at the history: filters under a name of one's own, as their address is, and the columns of the list.
create table history_view (
  id        uuid          not null primary key,
  staff_id  uuid          not null,
  name      varchar(60)   not null,
  query     varchar(1000) not null,
  created   datetime(6)   not null,
  constraint history_view_staff foreign key (staff_id) references staff_account (id),
  constraint history_view_name unique (staff_id, name)
);

create table history_columns (
  staff_id  uuid          not null primary key,
  chosen    varchar(400)  not null,
  constraint history_columns_staff foreign key (staff_id) references staff_account (id)
);
