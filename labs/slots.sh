# Функции урока о слотах репликации: source slots.sh из каталога labs, после functions.sh; bash или zsh.
# shellcheck shell=bash

# region: view
# slots — кто сколько журнала держит и сколько осталось до предела; slots -t — без заголовка.
slots() {
  docker compose exec -T postgres psql -U postgres -d shop -P footer=off "$@" -c "SELECT slot_name, active, wal_status,
    invalidation_reason AS reason, round(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) / 1048576) AS retained_mb,
    round(safe_wal_size / 1048576.0) AS safe_mb FROM pg_replication_slots ORDER BY restart_lsn, slot_name"
}

# setting ПАРАМЕТР ЗНАЧЕНИЕ — изменить параметр сервера и дождаться, пока он подействует.
setting() {
  sql -c "ALTER SYSTEM SET $1 = '$2'" -c "SELECT pg_reload_conf()" > /dev/null
  until [ "$(sql -c "SHOW $1")" = "$2" ]; do sleep 0.2; done
}

# fill N — N раз дописать журнал и начать новый сегмент: N × 16 МБ.
fill() { sql -c "SELECT pg_logical_emit_message(false, 'fill', ''), pg_switch_wal() FROM generate_series(1, $1)" > /dev/null; }

# take ИМЯ -c 'КОМАНДА' … — выполнить команды, затем прочитать слот и подтвердить прочитанное; в имени можно %.
take() {
  sql "${@:2}" -c "SELECT count(*) FROM pg_replication_slots, pg_logical_slot_get_binary_changes(
    slot_name, NULL, NULL, 'proto_version', '1', 'publication_names', 'lesson22') WHERE slot_name LIKE '$1'"
}
# endregion: view

# region: damage
strategies=(no_validation trust_offset trust_slot trust_greater_lsn)

# rest МЕТОД ПУТЬ … — запрос к REST API; дальше — параметры curl. names — имена коннекторов.
rest() { curl -s -X "$1" -H 'Content-Type: application/json' "localhost:8083/connectors$2" "${@:3}"; }
names() { rest GET '' | jq -r '.[]'; }

# replace ИМЯ … — слоты с этими именами: прежний удалить, если он есть, и создать новый.
replace() {
  sql -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ANY (string_to_array('$*', ' '))" \
    -c "SELECT pg_create_logical_replication_slot(name, 'pgoutput') FROM string_to_table('$*', ' ') AS name" > /dev/null
}

# renew СЛУЧАЙ — то же для слотов случая: к имени каждой стратегии спереди приписан случай.
renew() { replace "${strategies[@]/#/$1_}"; }

# victims СЛУЧАЙ — по остановленному коннектору на таблице lesson22.t и слоту для каждой стратегии.
victims() {
  local strategy
  for strategy in "${strategies[@]}"; do
    jq --arg name "$1_$strategy" --arg strategy "$strategy" '{name: $name, initial_state: "STOPPED", config: (
      del(."table.include.list", ."signal.data.collection", ."heartbeat.interval.ms", ."heartbeat.action.query") + {
      "topic.prefix": $name, "slot.name": $name, "publication.name": "lesson22",
      "snapshot.mode": "no_data", "offset.mismatch.strategy": $strategy})}' connectors/shop-postgres.json |
      rest POST '' -o /dev/null -d @-
  done
  renew "$1"
}

# position ИМЯ ПОЛЯ — записать смещение остановленного коннектора; ПОЛЯ — объект jq.
position() {
  jq -n --arg name "$1" "{offsets: [{partition: {server: \$name}, offset: ({txId: 1, ts_usec: 1} + $2)}]}" |
    rest PATCH "/$1/offsets" -o /dev/null -d @-
}

# states СОСТОЯНИЕ — сколько задач в нём; active — сколько слотов читают; seen ИМЯ — сколько коннекторов получили вставку.
states() { rest GET '?expand=status' | jq -c "[.[].status.tasks[0].state | select(. == \"$1\")] | length"; }
active() { sql -c "SELECT count(*) FROM pg_replication_slots WHERE active"; }
seen() { curl -s localhost:9404/metrics | grep -c "^debezium_metrics_TotalNumberOfCreateEventsSeen{context=\"streaming\",name=\"$1.* [1-9]"; }

# offsets ТОПИК — сколько записей в топике: топик:партиция:число.
offsets() { docker compose exec -T kafka /opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server kafka:29092 --topic "$1"; }

# report СЛУЧАЙ … — по строке на случай, по столбцу на стратегию: состояние задачи и число записей в топике.
report() {
  local received tasks damage strategy name
  received=$(offsets '.*[.]lesson22[.]t')
  tasks=$(rest GET '?expand=status')
  printf '%-10s %-14s %-14s %-14s %s\n' slot "${strategies[@]}"
  for damage in "$@"; do
    printf '%-10s ' "$damage"
    for strategy in "${strategies[@]}"; do
      name=${damage}_$strategy
      printf '%-7s %-7s' "$(jq -r ".$name.status.tasks[0].state" <<< "$tasks")" "$(grep "^${name}[.]" <<< "$received" | cut -d : -f 3)"
    done
    echo
  done
}

# forget — удалить все коннекторы стенда, их смещения и все слоты.
forget() {
  local name
  (for name in $(names); do rest PUT "/$name/stop" & done; wait)
  for name in $(names); do stop "$name"; rest DELETE "/$name/offsets" -o /dev/null; rest DELETE "/$name"; done
  sql -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots" > /dev/null
}
# endregion: damage

# slot ВЫРАЖЕНИЕ — столбец или выражение для слота магазина.
slot() { sql -c "SELECT $1 FROM pg_replication_slots WHERE slot_name = 'shop_slot'"; }

# log ШАБЛОН — последнее совпадение в журнале Kafka Connect; await ШАБЛОН — дождаться его и напечатать.
log() { docker compose logs --no-log-prefix connect | grep -oE "$1" | tail -n 1; }
await() { until log "$1" | grep .; do sleep 0.5; done; }

# customer НОМЕР — новый клиент, от имени приложения.
customer() {
  docker compose exec -T postgres psql -U shop -d shop -q \
    -c "INSERT INTO customers (id, name, email, city) VALUES ($1, 'Клиент', '$1@example.com', 'Омск')"
}

# captured — сколько событий, не считая отфильтрованных, прочитали потоки.
captured() {
  curl -s localhost:9404/metrics | awk '/^debezium_metrics_TotalNumberOfEventsSeen.*streaming/ {n += $2}
    /^debezium_metrics_NumberOfEventsFiltered.*streaming/ {n -= $2} END {print n}'
}

# three_slots — слоты упражнения 1: два задания дочитали всё, третий слот никто не читал.
three_slots() {
  local _
  replace old_backup search night_report
  for _ in 1 2; do
    fill 2
    sql -c "SELECT pg_log_standby_snapshot(), pg_logical_emit_message(false, '', '', true)" \
      -c "SELECT pg_replication_slot_advance(slot_name, pg_current_wal_lsn())
        FROM pg_replication_slots WHERE slot_name IN ('old_backup', 'night_report')" > /dev/null
  done
}
