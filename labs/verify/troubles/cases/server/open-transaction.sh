# A transaction that was open before the slot: its creation waits for the end of it.
source verify/troubles/lib.sh

sql -c "SET application_name = 'open_transaction'" -c "BEGIN" -c "SELECT pg_current_xact_id(), pg_sleep(60)" > /dev/null 2>&1 < /dev/null &
until [ "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'open_transaction' AND backend_xid IS NOT NULL")" = 1 ]; do sleep 0.2; done
pg "" '."internal.create.slot.command.timeout" = "1" | ."slot.max.retries" = "0" | ."errors.max.retries" = "0"'
trace ""
sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'open_transaction'" > /dev/null
