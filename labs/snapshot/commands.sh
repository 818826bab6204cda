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
    sed -E '/^(STARTED|DATA_)/d; s/(, )?(connector_name|data_collections|current_collection_in_progress)=[a-z.]*//g; s/ ,/ /'
}

# scan ID DATA: снимок от сигнала до конца; печатает, чем кончилось чтение таблицы.
scan() { signal "$1" execute-snapshot "$2" && seen "type='COMPLETED'" && notes | grep TABLE_SCAN; }
# endregion: signal

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
