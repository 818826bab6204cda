# Connectors whose task fails when it starts, all at once.
source verify/troubles/lib.sh

sql -c "CREATE PUBLICATION start_all FOR ALL TABLES"
pg _custom '."snapshot.mode" = "custom" | ."snapshot.mode.custom.name" = "mine"'
pg _filtered '."publication.autocreate.mode" = "filtered" | ."publication.name" = "start_filtered"'
pg _all '."publication.name" = "start_all" | ."publication.autocreate.mode" = "filtered"'
pg _plugin 'del(."plugin.name")'
pg _guardrail '."guardrail.collections.max" = "1" | ."guardrail.collections.limit.action" = "fail" | ."table.include.list" = "shop.orders,shop.payments"'
pg _heartbeat '."heartbeat.interval.ms" = "1000" | ."heartbeat.action.query" = "UPDATE shop.heartbeat SET at = now()" | ."errors.max.retries" = "0"'
for name in _custom _filtered _all _plugin _guardrail _heartbeat; do echo "== $name"; trace $name; done
said 'Task threw an uncaught and unrecoverable exception'
