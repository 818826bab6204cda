# Функции урока о переключении: source failover.sh из каталога labs, после functions.sh; оболочка bash.
# shellcheck shell=bash
# Номера строк, фиксацию которых сервер подтвердил писателю.
written=$(mktemp)

# region: pair
# on СЛУЖБА -c 'КОМАНДА' … — выполнить на postgres или postgres-replica от имени суперпользователя.
on() { docker compose exec -T "$1" psql -U postgres -d shop -qAt "${@:2}"; }

# write СЛУЖБА ОТ ДО — вставить строки с этими номерами, каждую своей транзакцией; подтверждённые номера дописать в $written.
# Клиент работает в контейнере реплики: основной сервер умрёт, а он останется.
write() {
  seq "$2" "$3" | sed 's/.*/INSERT INTO shop.ledger SELECT & FROM pg_sleep(0.001) RETURNING id;/' |
    docker compose exec -T -e PGPASSWORD=shop-demo postgres-replica psql -h "$1" -U shop -d shop -qAt >> "$written" 2> /dev/null
}

# acknowledged СКОЛЬКО — ждать, пока подтверждено хотя бы столько; more СКОЛЬКО — ещё столько.
acknowledged() { until [ "$(grep -c '' "$written")" -ge "$1" ]; do sleep 0.1; done; }
more() { acknowledged $(($(grep -c '' "$written") + $1)); }

# sever — оборвать связь реплики с основным сервером: закрыть её соединения и не пускать снова.
sever() {
  on postgres -c 'ALTER ROLE replica NOLOGIN' \
    -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'replica'" > /dev/null
}

# ready СКОЛЬКО — ждать, пока столько слотов реплики пригодны для переключения. Слоту нужны движение и запись о работающих
# транзакциях; слот без читателя двигаем сами. По сигналу реплика сверяет слоты сразу, без него — не реже раза в 30 с.
ready() {
  until [ "$(on postgres-replica -c 'SELECT count(*) FROM pg_replication_slots WHERE synced AND NOT temporary AND NOT conflicting')" = "$1" ]; do
    on postgres -c 'INSERT INTO shop.debezium_heartbeat VALUES (1, now()) ON CONFLICT (id) DO UPDATE SET at = now()' \
      -c 'SELECT pg_log_standby_snapshot()' \
      -c "SELECT pg_replication_slot_advance(slot_name, pg_current_wal_lsn()) FROM pg_replication_slots WHERE failover AND NOT active" > /dev/null
    on postgres-replica -c 'SELECT pg_reload_conf()' > /dev/null
    sleep 0.5
  done
}

# reads СЛУЖБА ИМЯ — ждать, пока коннектор читает слот на этом сервере.
reads() { until [ "$(on "$1" -c "SELECT active FROM pg_replication_slots WHERE slot_name = '$2'")" = t ]; do sleep 0.3; done; }

# inserts ИМЯ СКОЛЬКО — ждать, пока коннектор прочтёт столько вставок.
inserts() {
  until curl -s localhost:9404/metrics | grep -q "TotalNumberOfCreateEventsSeen{context=\"streaming\",name=\"$1\",.* $2[.]0"; do sleep 0.3; done
}

# rebuild — вернуть прежний основной сервер и снять с него новую реплику; журнал строк пуст.
rebuild() {
  docker compose up -d --wait postgres
  docker compose --profile replica rm --stop --force --volumes postgres-replica
  on postgres -c 'ALTER ROLE replica LOGIN' -c 'TRUNCATE shop.ledger' -c 'ALTER SYSTEM RESET ALL' -c 'SELECT pg_reload_conf()' > /dev/null
  docker compose --profile replica up -d --wait postgres-replica
  : > "$written"
}
# endregion: pair

# region: tally
# events ИМЯ — номера строк из топика коннектора, по порядку записи.
events() {
  docker compose exec -T kafka /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:29092 --topic "$1.shop.ledger" \
    --partition 0 --offset earliest --timeout-ms 3000 2> /dev/null | jq '.after.id'
}

# arrives ИМЯ НОМЕР — ждать события об этой строке.
arrives() { until events "$1" | grep -qx "$2"; do sleep 0.5; done; }

# only A B — сколько строк есть в A и нет в B.
only() { LC_ALL=C comm -23 <(LC_ALL=C sort -u <<< "$1") <(LC_ALL=C sort -u <<< "$2") | grep -c ''; }

# fork ИМЯ — записанная позиция коннектора не дальше места, где повышенная реплика отошла от прежнего журнала?
fork() {
  local lsn
  lsn=$(rest GET "/$1/offsets" | jq '.offsets[0].offset.lsn')
  on postgres-replica -c "SELECT '$1: позиция ' || CASE WHEN $lsn <= pg_last_wal_replay_lsn() - '0/0' THEN 'годится' ELSE 'из будущего' END"
}

# tally СЛУЖБА ИМЯ — сверить подтверждённое писателю, строки базы и события коннектора.
tally() {
  local base topic
  base=$(on "$1" -c 'SELECT id FROM shop.ledger')
  topic=$(events "$2")
  echo "подтверждено $(grep -c '' "$written"), в базе $(grep -c '' <<< "$base"), событий $(grep -c '' <<< "$topic"), разных $(sort -u <<< "$topic" | grep -c '')"
  echo "подтверждено, но нет в базе: $(only "$(cat "$written")" "$base")"
  echo "есть событие, но нет в базе: $(only "$topic" "$base")"
  echo "есть в базе, но нет события: $(only "$base" "$topic")"
}
# endregion: tally
