#!/bin/bash
# Команда службы postgres-replica: при первом запуске снимает копию с основного сервера, потом запускает реплику.
set -euo pipefail
# dbname нужна не потоку, а копированию слотов: оно читает их обычным запросом.
primary="host=postgres user=replica password=$REPLICA_PASSWORD dbname=shop"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # Физический слот держит журнал, пока копия снимается и пока реплика отстаёт.
  psql -X -q -v ON_ERROR_STOP=1 -d "$primary" > /dev/null -c "SELECT pg_create_physical_replication_slot('replica_slot', true)
    WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'replica_slot')"
  # --write-recovery-conf создаёт standby.signal и записывает primary_conninfo и primary_slot_name.
  gosu postgres pg_basebackup --pgdata="$PGDATA" --dbname="$primary" --slot=replica_slot --checkpoint=fast --write-recovery-conf
fi
exec docker-entrypoint.sh "$@"
