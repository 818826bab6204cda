# A table that somebody has locked: a snapshot that has to lock it too gives up, another waits and is stopped midway.
source verify/troubles/lib.sh

# An exclusive lock belongs to a transaction with a number, and a new slot would wait for its end.
sql -c "SELECT pg_create_logical_replication_slot(name, 'pgoutput') FROM unnest('{locked_table, locked_table_lock}'::name[]) AS name" > /dev/null
sql -c "SET application_name = 'locked_table'" -c "BEGIN" -c "LOCK TABLE shop.payments" -c "SELECT pg_sleep(60)" > /dev/null 2>&1 < /dev/null &
until [ "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'locked_table' AND query LIKE '%pg_sleep%'")" = 1 ]; do sleep 0.2; done
own='."snapshot.mode" = "initial" | ."table.include.list" = "shop.orders,shop.payments"'
pg _lock "$own"' | ."snapshot.locking.mode" = "shared" | ."snapshot.lock.timeout.ms" = "500" | ."errors.max.retries" = "0"'
pg "" "$own"
trace _lock
until curl -s localhost:9404/metrics | grep -q 'TotalNumberOfEventsSeen{context="snapshot",name="locked_table".* [1-9]'; do sleep 0.5; done
stop locked_table
call GET locked_table/offsets
change locked_table '{"snapshot.mode": "no_data"}'
resume locked_table
trace ""
sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'locked_table'" > /dev/null
