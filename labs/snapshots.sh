# Функции урока о снимках: source snapshots.sh из каталога labs, после functions.sh и с включённым окружением Python.
# shellcheck shell=bash disable=SC2154  # api задаёт functions.sh

# region: connector
# connector ИМЯ [свойство=значение …] — создать коннектор или заменить его настройки; отказ проверки печатает.
# Имя служит и префиксом топиков, и слотом; публикация у всех одна.
connector() {
  jq --arg name "$1" 'del(."heartbeat.interval.ms", ."heartbeat.action.query", ."signal.data.collection")
    + {"topic.prefix": $name, "slot.name": $name, "publication.name": "snap", "tombstones.on.delete": "false"}
    + ($ARGS.positional | map(capture("(?<key>[^=]+)=(?<value>.*)")) | from_entries)' \
    connectors/shop-postgres.json --args "${@:2}" |
    curl -s -X PUT -H 'Content-Type: application/json' -d @- "$api/$1/config" |
    jq -r '.message // empty' | sed '/^You can also/d; /^Connector configuration/d'
}
# endregion: connector

# each ФУНКЦИЯ ИМЯ … — вызвать её для всех коннекторов сразу и дождаться каждого.
each() {
  (
    for name in "${@:2}"; do "$1" "$name" & done
    wait
  )
}

# forget ИМЯ … — остановить коннекторы, забыть их позиции и удалить вместе со слотами. Пока воркер распределяет задачи
# заново, он отвечает 409, и о позиции просят ещё раз.
forget() {
  local name
  each stop "$@"
  for name; do
    until curl -sf -o /dev/null -X DELETE "$api/$name/offsets"; do sleep 0.2; done
    curl -s -X DELETE "$api/$name"
  done
  sql -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots
    WHERE slot_name = ANY (string_to_array('$*', ' '))" > /dev/null
}

# events [--count] ВЫРАЖЕНИЕ — сообщения топиков или их число.
events() { python python/events.py "$@"; }

# reached ВЫРАЖЕНИЕ ЧИСЛО — дождаться, пока в топиках будет столько сообщений.
reached() { until [ "$(events --count "$1" | awk '{sum += $2} END {print sum + 0}')" = "$2" ]; do sleep 0.3; done; }

# metrics ВЫРАЖЕНИЕ — метрики Debezium без общей приставки; metric ВЫРАЖЕНИЕ [ЧИСЛО] — дождаться стольких строк (одной).
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
rows() { sql -c "SELECT id, status FROM snap.orders" | sort; }

# vacuum — сколько версий строк удалось убрать; rewrite ТАБЛИЦА — ALTER, который переписывает её целиком.
vacuum() { sql -c 'VACUUM (VERBOSE) snap.orders' 2>&1 | grep -o -m 1 'tuples: .*'; }
rewrite() { sql -c "SET lock_timeout = '500ms'" -c "ALTER TABLE $1 ALTER amount TYPE bigint" 2>&1; }

# region: gate
# Ворота: снимок ждёт рекомендательную блокировку, а держит её фоновый psql. shut и unlock НОМЕР — закрыть и открыть.
exec 3> >(docker compose exec -T postgres psql -U postgres -d shop -qAt > /dev/null)
locks() { sql -c "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND $1"; }
shut() { echo "SELECT pg_advisory_lock($1);" >&3; until locks granted | grep -qx "$1"; do sleep 0.2; done; }
unlock() { echo "SELECT pg_advisory_unlock($1);" >&3; }

# waiting ЧИСЛО — дождаться, пока столько сеансов встанут перед воротами.
waiting() { until [ "$(locks 'NOT granted' | wc -l)" -eq "$1" ]; do sleep 0.3; done; }

# gated ИМЯ ВОРОТА ТАБЛИЦА СТРОК [свойство=значение …] — коннектор, чей снимок таблицы после стольких строк ждёт у ворот.
gated() {
  local query="SELECT * FROM $3 WHERE id <= $4 OR pg_advisory_xact_lock_shared($2)::text = ''"
  connector "$1" snapshot.fetch.size=100 snapshot.select.statement.overrides="$3" \
    "snapshot.select.statement.overrides.$3=$query" "${@:5}"
}
# endregion: gate
