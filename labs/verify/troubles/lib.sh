# What the cases share: `source verify/troubles/lib.sh`, from labs/. A case prints the messages that it provokes. The
# connectors, slots, publications and schema that it makes bear its name and are gone when it ends.
# shellcheck shell=bash
source functions.sh

me=$(basename "$0" .sh)
me=${me//-/_}
trap clean EXIT

# news: what Connect has said since the case began.
news() { docker compose logs --no-log-prefix connect | tail -n "+$((begun + 1))"; }
begun=0
begun=$(news | wc -l)

# said TEXT [AFTER]: waits until Connect has said it and prints the line with AFTER lines below it.
said() { until grep -m 1 -A "${2:-0}" -F -- "$1" <<< "$(news)"; do sleep 0.3; done; }

# pg NAME [JQ]: registers a connector of the shop's orders without a snapshot, changed by a jq expression.
pg() {
  put "$me$1" '."publication.name" = "shop_publication" | ."table.include.list" = "shop.orders" | ."snapshot.mode" = "no_data" | '"${2:-.}"
}

# my NAME [JQ]: the same for the orders of the shop in MySQL, with a server id and a history topic of its own.
servers=6000
my() {
  servers=$((servers + 1))
  jq --arg id "$me$1" --arg server $servers '. + {"topic.prefix": $id, "database.server.id": $server,
    "schema.history.internal.kafka.topic": "schema-history.\($id)", "schema.history.internal.store.only.captured.tables.ddl": "true",
    "table.include.list": "shop.orders", "snapshot.mode": "no_data"}
    | del(."signal.data.collection", ."heartbeat.interval.ms", ."heartbeat.action.query") | '"${2:-.}" connectors/shop-mysql.json |
    curl -s -o /dev/null -X PUT -H 'Content-Type: application/json' -d @- "${api:?}/$me$1/config"
}

# mysql_root -e COMMAND: as MySQL's administrator.
mysql_root() { docker compose exec -T mysql sh -c 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root shop "$@"' mysql "$@"; }

# call METHOD PATH [CURL OPTIONS]: asks Connect, prints its answer and the status.
call() { curl -s -w '\nHTTP %{http_code}\n' -X "$1" -H 'Content-Type: application/json' "${api:?}/$2" "${@:3}"; }

# trace NAME: waits until the task has failed and prints its whole stack trace.
trace() {
  until status "$me$1" | jq -e '.tasks[0].state == "FAILED"' > /dev/null; do sleep 0.3; done
  status "$me$1" | jq -r '.tasks[0].trace'
}

# validate CLASS JSON: prints the errors that the worker finds in settings.
validate() {
  curl -s -X PUT -H 'Content-Type: application/json' -d "$2" "localhost:8083/connector-plugins/$1/config/validate" |
    jq -r '.configs[].value.errors[]?'
}

# drop NAME: removes a connector that is being stopped, and its positions: they would be met by the next one of that name.
# Connect refuses while others come and go.
drop() {
  stop "$1"
  until call DELETE "$1/offsets" | grep -q 'HTTP 200'; do sleep 0.3; done
  until call DELETE "$1" | grep -q 'HTTP 20'; do sleep 0.3; done
}

clean() {
  local name names pids=()
  names=$(curl -s "${api:?}" | jq -r --arg me "$me" '.[] | select(startswith($me))')
  for name in $names; do call PUT "$name/stop" > /dev/null; done
  for name in $names; do
    drop "$name" &
    pids+=($!)
  done
  wait "${pids[@]}"
  # A walsender that has just lost its client may hold the slot for a moment.
  until [ "$(sql -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name LIKE '$me%' AND NOT active" \
    -c "SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE '$me%'" | tail -n 1)" = 0 ]; do sleep 0.2; done
  sql <<SQL
SET client_min_messages = warning;
SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication WHERE pubname LIKE '$me%' \gexec
DROP SCHEMA IF EXISTS $me CASCADE;
SQL
}
