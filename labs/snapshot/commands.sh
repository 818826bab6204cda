# shellcheck shell=bash
# Команды урока об инкрементальном снимке: source snapshot/commands.sh из каталога labs.
api=localhost:8083/connectors/shop-postgres

# region: connector
# put PUT | put PATCH: отправляет коннектору настройки со стандартного ввода.
put() { curl -s -o /dev/null -w 'HTTP %{http_code}\n' -X "$1" -H 'Content-Type: application/json' -d @- "$api/config"; }

# metrics ИМЯ КОНТЕКСТ: значения метрик коннектора; имя — регулярное выражение.
metrics() { curl -s localhost:9404/metrics | grep -E "^debezium_metrics_($1)\{context=\"$2\"" | sed -E 's/debezium_metrics_//; s/\{.*\}//'; }

connected() { until metrics Connected streaming | grep -q 1.0; do sleep 0.5; done; }

stopped() {
  curl -s -X PUT "$api/stop"
  until [ -z "$(metrics Connected streaming)" ]; do sleep 0.2; done
}

# reconfigure JSON: меняет названные свойства остановленного коннектора и запускает его.
reconfigure() {
  stopped
  put PATCH <<< "$1"
  mark
  curl -s -X PUT "$api/resume"
  connected
}
# endregion: connector

# region: signal
sql() { docker compose exec -T postgres psql -U postgres -d shop -qAtc "$1"; }

# signal ID TYPE DATA: сигнал через таблицу. twice вставляет одной командой два: снимок и сразу за ним пауза или остановка.
signal() { mark && sql "INSERT INTO debezium_signal VALUES ('$1', '$2', '$3')"; }
twice() { mark && sql "INSERT INTO debezium_signal VALUES ('$1', 'execute-snapshot', '$2'), ('$1-2', '$3', '{}')"; }

# Журнал воркера с последней отметки; seen ждёт в нём строку, notes выбирает уведомления.
mark() { from=$(($(docker compose logs --no-log-prefix connect | wc -l) + 1)); }
log() { docker compose logs --no-log-prefix connect | tail -n "+$from"; }
seen() { until log | grep -q "$1"; do sleep 0.5; done; }
notes() {
  log | sed -nE "s/.*Notification Service.*type='([A-Z_]+)', additionalData=\{(.*)\}, timestamp.*/\1 \2/p" |
    sed -E '/^(STARTED|DATA_|IN_)/d; s/(, )?(connector_name|data_collections)=[a-z.]*//g; s/ ,/ /'
}

# scan ID DATA: снимок от сигнала до конца; печатает, чем кончилось чтение таблицы.
scan() { signal "$1" execute-snapshot "$2" && seen "type='COMPLETED'" && notes | grep TABLE_SCAN; }
# endregion: signal

# region: kafka
# Сигналы через Kafka, со стандартного ввода: ключ|значение.
kafka_signal() {
  mark
  docker compose exec -T kafka /opt/kafka/bin/kafka-console-producer.sh --bootstrap-server kafka:29092 --topic pg-signal \
    --reader-property parse.key=true --reader-property key.separator='|'
}
# endregion: kafka

# region: place
# offset ПОЛЕ: поле места снимка из сохранённых смещений; пусто, пока его нет.
offset() { curl -s "$api/offsets" | jq -r ".offsets[0].offset.incremental_snapshot_$1 // empty"; }

# Ждёт, пока сохранённое смещение догонит нынешний конец журнала базы.
saved() {
  local now
  now=$(sql "SELECT pg_current_wal_lsn() - '0/0'")
  until [ "$(curl -s "$api/offsets" | jq '.offsets[0].offset.lsn // 0')" -ge "$now" ]; do sleep 1; done
}

# Последнее число ключа: у integer это четыре последних байта сериализованного объекта.
number() { echo $((16#$(offset "$1" | tail -c 9))); }

# Сколько водяных знаков осталось в таблице сигналов.
windows() { sql "SELECT type, count(*) FROM debezium_signal WHERE type LIKE 'snapshot-window%' GROUP BY type ORDER BY type"; }

# end ТОПИК: смещение, которое получит следующее сообщение.
end() { docker compose exec -T kafka /opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server kafka:29092 --topic "$1" | cut -d : -f 3; }
# endregion: place

# region: load
# Нагрузка из load.sql; запускайте в фоне.
load() { docker compose exec -T postgres psql -U shop -d shop -qc 'SET synchronous_commit = off' -c 'CALL shake()'; }

# scanned N: ждёт, пока снимок прочитает N строк.
scanned() { until [ "$(metrics RowsScanned snapshot | grep -oE '[0-9]+' | head -1)" -ge "$1" ] 2> /dev/null; do sleep 0.1; done; }

# Останавливает нагрузку и ждёт, пока всё записанное дойдёт до Kafka. Забор — сигнал log: он идёт тем же потоком.
calm() {
  sql 'CREATE TABLE enough ()' && wait && sql 'DROP TABLE enough'
  signal "fence-$RANDOM" log '{"message": "fence {}"}' && seen ' fence '
  until metrics QueueRemainingCapacity streaming | grep -q 8192; do sleep 0.2; done
}

check() { (cd python && python snapshot_check.py shop.reviews); }
# endregion: load

# Убирает коннектор, его смещения, слот, топики и таблицы урока.
cleanup() {
  stopped
  curl -s -X DELETE "$api/offsets" | jq -r .message | cut -d . -f 1
  curl -s -X DELETE "$api"
  until [ "$(sql "SELECT bool_or(active) FROM pg_replication_slots")" = f ]; do sleep 0.2; done
  sql "SELECT pg_drop_replication_slot('shop_slot')" > /dev/null
  sql 'DROP TABLE reviews, visits; DROP PROCEDURE shake; TRUNCATE debezium_signal; ALTER DATABASE shop RESET synchronous_commit'
  docker compose exec -T kafka /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:29092 \
    --delete --topic 'pg[.].*|pg-signal|__debezium-heartbeat.pg'
}
