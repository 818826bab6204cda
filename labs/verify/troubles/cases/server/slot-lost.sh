# A slot that fell behind the limit while its connector was stopped.
source verify/troubles/lib.sh
source slots.sh

pg ""
streams slot_lost
stop slot_lost
setting max_slot_wal_keep_size 32MB
fill 4
sql -c CHECKPOINT
sql -x -c "SELECT wal_status, invalidation_reason FROM pg_replication_slots WHERE slot_name = 'slot_lost'"
setting max_slot_wal_keep_size 2GB
resume slot_lost
said 'Cannot obtain valid replication slot'
status slot_lost | jq -c '[.connector.state, .tasks[].state]'
# The task waits for half an hour, even when it is stopped; without the slot it makes a new one and goes on.
sql -c "SELECT pg_drop_replication_slot('slot_lost')"
streams slot_lost
