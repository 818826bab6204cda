-- Чего не хватает пользователю Debezium и что у него лишнее; ничего не напечатано — прав ровно столько, сколько нужно:
--   psql -v role=cdc -v schema=shop -v tables='{orders,payments}' -v publication=cdc_publication -f rights.sql
\set ON_ERROR_STOP on
WITH tables AS (
  SELECT oid, relname, relname = ANY (:'tables'::name[]) AS wanted
  FROM pg_class
  WHERE relnamespace = :'schema'::regnamespace AND relkind IN ('r', 'p')
)
SELECT 'нет LOGIN' FROM pg_roles WHERE rolname = :'role' AND NOT rolcanlogin
UNION ALL
-- В RDS и Aurora право на слоты даёт членство в rds_replication, в обычном PostgreSQL — атрибут.
SELECT 'нет права на репликацию' FROM pg_roles r
WHERE rolname = :'role' AND NOT rolreplication AND NOT EXISTS (
  SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid AND g.rolname = 'rds_replication')
UNION ALL
SELECT 'лишние атрибуты роли' FROM pg_roles
WHERE rolname = :'role' AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls)
UNION ALL
-- Чужая роль даёт свои права, даже если не наследуется: есть SET ROLE.
SELECT 'лишнее членство: ' || roleid::regrole FROM pg_auth_members
WHERE member = :'role'::regrole AND roleid::regrole::text NOT IN ('rds_replication', 'rds_iam')
UNION ALL
SELECT 'может создавать в базе или в схеме'
WHERE has_database_privilege(:'role', current_database(), 'CREATE') OR has_schema_privilege(:'role', :'schema', 'CREATE')
UNION ALL
SELECT 'нет USAGE на схему' WHERE NOT has_schema_privilege(:'role', :'schema', 'USAGE')
UNION ALL
SELECT CASE WHEN wanted THEN 'нет SELECT: ' ELSE 'лишний SELECT: ' END || relname FROM tables
WHERE has_table_privilege(:'role', oid, 'SELECT') <> wanted
UNION ALL
SELECT 'может писать: ' || relname FROM tables WHERE has_table_privilege(:'role', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
UNION ALL
SELECT CASE WHEN wanted THEN 'нет в публикации: ' ELSE 'лишняя в публикации: ' END || relname FROM tables
WHERE wanted <> EXISTS (
  SELECT FROM pg_publication_tables WHERE pubname = :'publication' AND schemaname = :'schema' AND tablename = relname)
UNION ALL
SELECT 'публикация принадлежит самому пользователю' FROM pg_publication
WHERE pubname = :'publication' AND pubowner = :'role'::regrole;
