# Функции урока о переключении: source failover.sh из каталога labs, после functions.sh; оболочка bash.
# shellcheck shell=bash
acked=$(mktemp)

# region: servers
# on СЛУЖБА -c 'КОМАНДА' … — выполнить от имени суперпользователя на postgres или postgres-replica.
on() { docker compose exec -T "$1" psql -U postgres -d shop -qAt "${@:2}"; }

# write СЛУЖБА ОТ ДО — строки с этими номерами, по транзакции на строку. В файл $acked попадает номер, фиксацию которого
# сервер подтвердил. Клиент работает в контейнере реплики: он переживает основной сервер.
write() {
  seq "$2" "$3" | sed 's/.*/INSERT INTO shop.ledger SELECT & FROM pg_sleep(0.002) RETURNING id;/' |
    docker compose exec -T -e PGPASSWORD=shop-demo postgres-replica psql -h "$1" -U shop -d shop -qAt >> "$acked" 2> /dev/null
}

# sever — оборвать связь основного сервера с репликой: роли нельзя войти, её соединения закрыты.
sever() {
  on postgres -c 'ALTER ROLE replica NOLOGIN' -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'replica'" > /dev/null
}

# ready СКОЛЬКО — ждать, пока столько слотов на реплике пригодны для переключения. Слоту нужно движение: строка,
# запись о работающих транзакциях и подтверждение читателя; реплика по сигналу смотрит на слоты сразу, а не раз в 30 с.
ready() {
  until [ "$(on postgres-replica -c 'SELECT count(*) FROM pg_replication_slots WHERE synced AND NOT temporary AND NOT conflicting')" = "$1" ]; do
    on postgres -c 'UPDATE shop.debezium_heartbeat SET at = now()' -c 'SELECT pg_log_standby_snapshot()' \
      -c "SELECT pg_replication_slot_advance(slot_name, pg_current_wal_lsn()) FROM pg_replication_slots WHERE failover AND NOT active" > /dev/null
    on postgres-replica -c 'SELECT pg_reload_conf()' > /dev/null
    sleep 0.5
  done
}

# streaming СЛУЖБА ИМЯ — ждать, пока коннектор читает слот на этом сервере.
streaming() { until [ "$(on "$1" -c "SELECT active FROM pg_replication_slots WHERE slot_name = '$2'")" = t ]; do sleep 0.3; done; }
# endregion: servers

# region: tally
# events ИМЯ — номера строк в топике коннектора, по порядку записи.
events() {
  docker compose exec -T kafka /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:29092 --topic "$1.shop.ledger" \
    --from-beginning --timeout-ms 3000 2> /dev/null | jq '.after.id'
}

# tally СЛУЖБА ИМЯ — сверить подтверждённое писателю, строки базы и события коннектора.
tally() {
  local base topic
  base=$(on "$1" -c 'SELECT id FROM shop.ledger' | LC_ALL=C sort -u)
  topic=$(events "$2" | LC_ALL=C sort -u)
  only() { LC_ALL=C comm -23 <(LC_ALL=C sort -u <<< "$1") <(echo "$2") | wc -l; }
  echo "подтверждено $(wc -l < "$acked"), в базе $(wc -l <<< "$base"), разных в Kafka $(wc -l <<< "$topic")"
  echo "подтверждено, но в базе нет: $(only "$(cat "$acked")" "$base")"
  echo "в Kafka есть, в базе нет: $(only "$topic" "$base")"
  echo "в базе есть, в Kafka нет: $(only "$base" "$topic")"
}
# endregion: tally
