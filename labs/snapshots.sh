#!/bin/bash
# Функции урока о снимках: source snapshots.sh из каталога labs, при включённом окружении Python.
api=localhost:8083/connectors

# region: put
# put ИМЯ [свойство=значение …] — создать коннектор или заменить его настройки. Имя служит и префиксом топиков, и слотом.
put() {
  jq --arg name "$1" 'del(."heartbeat.interval.ms", ."heartbeat.action.query", ."signal.data.collection")
    + {"topic.prefix": $name, "slot.name": $name, "publication.name": "snap", "tombstones.on.delete": "false"}
    + ($ARGS.positional | map(capture("(?<key>[^=]+)=(?<value>.*)")) | from_entries)' \
    connectors/shop-postgres.json --args "${@:2}" |
    curl -s -X PUT -H 'Content-Type: application/json' -d @- "$api/$1/config" |
    jq -r '.message // empty' | sed '/^You can also/d; /^Connector configuration/d'
}
# endregion: put

# get ИМЯ/status|config|offsets — ответ REST; patch ИМЯ СВОЙСТВО ЗНАЧЕНИЕ — сменить одно свойство.
get() { curl -s "$api/$1"; }
patch() { curl -s -o /dev/null -X PATCH -H 'Content-Type: application/json' -d "{\"$2\": \"$3\"}" "$api/$1/config"; }

# states — коннектор и состояние его задачи.
states() { curl -s "$api?expand=status" | jq -r '.[].status | .name + " " + (.tasks[0].state // "без задачи")' | sort; }

# each stop|resume ИМЯ … — команда каждому коннектору.
each() {
  local name
  for name in "${@:2}"; do curl -s -X PUT "$api/$name/$1"; done
}

# stopped ИМЯ … — остановить и дождаться конца задач.
stopped() {
  local name
  each stop "$@"
  for name; do
    until curl -s "$api/$name/status" | jq -e '.connector.state == "STOPPED" and .tasks == []' > /dev/null; do sleep 0.3; done
  done
}

# free_slot ИМЯ … — удалить слоты остановленных коннекторов.
free_slot() {
  local name
  for name; do
    until shop "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '$name'" \
      > /dev/null 2>&1; do sleep 0.3; done
  done
}

# remove ИМЯ … — коннекторы вместе со смещениями и слотами; топики остаются.
remove() {
  local name
  stopped "$@"
  for name; do
    curl -s -X DELETE "$api/$name/offsets" > /dev/null
    curl -s -X DELETE "$api/$name"
  done
  free_slot "$@"
}

# shop ЗАПРОС — ответ базы без оформления.
shop() { docker compose exec -T postgres psql -U postgres -d shop -qAtc "$1"; }

# events [--count] ВЫРАЖЕНИЕ — сообщения топиков или их число.
events() { python python/events.py "$@"; }

# reached ВЫРАЖЕНИЕ ЧИСЛО — дождаться, пока в топиках будет столько сообщений.
reached() {
  until [ "$(events --count "$1" | awk '{sum += $2} END {print sum + 0}')" = "$2" ]; do sleep 0.3; done
}

# metrics ВЫРАЖЕНИЕ — метрики Debezium; metric ВЫРАЖЕНИЕ [ЧИСЛО] — дождаться стольких строк (одной).
metrics() { curl -s localhost:9404/metrics | sed -n 's/,plugin="postgres"//; s/^debezium_metrics_//p' | grep -E "^$1"; }
metric() { until [ "$(metrics "$1" | wc -l)" -eq "${2:-1}" ]; do sleep 0.3; done; }

# journal НАЧАЛО ВЫРАЖЕНИЕ — что вырезано из журнала воркера после последней строки с началом.
journal() {
  docker compose logs --no-log-prefix connect | awk -v start="$1" -v keep="$2" '
    $0 ~ start {n = 0}
    match($0, keep) {line[++n] = substr($0, RSTART, RLENGTH)}
    END {for (i = 1; i <= n; i++) print line[i]}'
}

# summary — события топиков items по коннекторам: op и ключ.
summary() {
  events '.*[.]snap[.]items' | jq -s -r 'group_by(.source.name)[]
    | .[0].source.name + ": " + (map(.op + (.after.id // .before.id | tostring)) | join(" "))'
}

# alive КОННЕКТОР — последнее значение каждого заказа в топике, кроме удалённых; rows — то же в таблице.
alive() {
  events "${1}[.]snap[.]orders" | jq -s -r 'group_by(.after.id // .before.id)[] | last | select(.op != "d")
    | "\(.after.id)|\(.after.status)"' | sort
}
rows() { shop "SELECT id, status FROM snap.orders" | sort; }

# vacuum — сколько версий строк удалось убрать; rewrite ТАБЛИЦА — ALTER, который переписывает её целиком.
vacuum() {
  docker compose exec -T postgres psql -U postgres -d shop -c 'VACUUM (VERBOSE) snap.orders' 2>&1 | grep -o -m 1 'tuples: .*'
}
rewrite() { shop "SET lock_timeout = '500ms'; ALTER TABLE $1 ALTER amount TYPE bigint" 2>&1; }

# Ворота: снимок ждёт рекомендательную блокировку, а держит её фоновый psql. shut и unlock НОМЕР — закрыть и открыть,
# waiting ЧИСЛО — дождаться стольких у закрытых ворот.
exec 3> >(docker compose exec -T postgres psql -U postgres -d shop -qAt > /dev/null)
locks() { shop "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted = $1"; }
shut() { echo "SELECT pg_advisory_lock($1);" >&3; until [ "$(locks true)" -gt 0 ]; do sleep 0.2; done; }
unlock() { echo "SELECT pg_advisory_unlock($1);" >&3; }
waiting() { until [ "$(locks false)" = "$1" ]; do sleep 0.3; done; }
