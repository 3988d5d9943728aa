-- The accounts that Balairung uses on a MariaDB server. An administrator of the server runs this once; the embedded server
-- runs it at every start.
create database if not exists ${schema} character set utf8mb4;
-- Owns the tables: migrates them, and nothing else. Not needed while nothing is to be migrated.
create user if not exists '${owner}'@'${host}';
alter user '${owner}'@'${host}' identified by '${ownerPassword}';
grant all privileges on ${schema}.* to '${owner}'@'${host}' with grant option;
-- The application's own. It reads; what it may write is granted table by table with each migration, by the owner. Revoking
-- needs something to revoke.
create user if not exists '${user}'@'${host}';
alter user '${user}'@'${host}' identified by '${password}';
grant select on ${schema}.* to '${user}'@'${host}';
revoke all privileges on ${schema}.* from '${user}'@'${host}';
grant select on ${schema}.* to '${user}'@'${host}';
