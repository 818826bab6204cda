#!/bin/bash
# Всё, что нужно реплике на основном сервере: роль с одним правом и запись в pg_hba.conf. Для соединений репликации
# слово all в этом файле не подходит, нужна своя строка. Сценарий можно выполнять повторно.
psql -X -q -v ON_ERROR_STOP=1 -U postgres -d shop <<'SQL'
\getenv replica_password REPLICA_PASSWORD
SELECT 'CREATE ROLE replica' WHERE to_regrole('replica') IS NULL \gexec
ALTER ROLE replica LOGIN REPLICATION PASSWORD :'replica_password';
SQL
hba=$(psql -X -At -U postgres -d shop -c 'SHOW hba_file')
if ! grep -q '^host replication replica ' "$hba"; then
  echo 'host replication replica all scram-sha-256' >> "$hba"
  psql -X -q -U postgres -d shop -c 'SELECT pg_reload_conf()' > /dev/null
fi
