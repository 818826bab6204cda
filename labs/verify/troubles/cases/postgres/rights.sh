# A role without REPLICATION, in a session of SQL.
source verify/troubles/lib.sh

sql -c "SET ROLE shop" -c "SELECT pg_create_logical_replication_slot('rights', 'pgoutput')" 2>&1 || true
