# shellcheck shell=bash
# Функции урока об инкрементальном снимке: source snapshot/commands.sh из каталога labs, после functions.sh; оболочка bash.

# region: signal
# signal ID ТИП ДАННЫЕ — сигнал через таблицу. twice вставляет одной командой два: снимок и за ним сигнал ДРУГОЙ ТИП.
signal() { mark && sql -c "INSERT INTO debezium_signal VALUES ('$1', '$2', '$3')"; }
twice() { mark && sql -c "INSERT INTO debezium_signal VALUES ('$1', 'execute-snapshot', '$2'), ('$1-2', '$3', '{}')"; }

# Журнал воркера с последней отметки: log печатает, seen ждёт в нём строку, notes ID выбирает уведомления о снимках
# по сигналам, чей id так начинается; ended ID ждёт конца снимка.
mark() { from=$(($(docker compose logs --no-log-prefix connect | wc -l) + 1)); }
log() { docker compose logs --no-log-prefix connect | tail -n "+$from"; }
seen() { until log | grep -q "$1"; do sleep 0.5; done; }
ended() { seen "{id='$1'.*type='COMPLETED'"; }
notes() {
  log | sed -nE "s/.*Notification Service.*\{id='$1.*type='([A-Z_]+)', additionalData=\{(.*)\}, timestamp.*/\1 \2/p" |
    sed -E '/^(STARTED|DATA_|IN_)/d; s/(, )?(connector_name|data_collections)=[a-z.]*//g; s/ ,/ /; s/scanned_collection/table/; s/total_rows_scanned/scanned/'
}

# scan ID ДАННЫЕ — снимок от сигнала до конца; печатает, чем кончилось чтение таблицы.
scan() { signal "$1" execute-snapshot "$2" && ended "$1" && notes "$1" | grep TABLE_SCAN; }
# endregion: signal

# region: hold
# hold ТАБЛИЦА РЕЖИМ — держать блокировку таблицы в отдельном сеансе; release ТАБЛИЦА — отпустить.
hold() {
  (docker compose exec -T postgres psql -U postgres -d shop -qc "BEGIN; LOCK TABLE $1 IN $2 MODE; SELECT pg_sleep(600)" > /dev/null 2>&1 &)
  until [ "$(sql -c "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%LOCK TABLE $1 %' AND wait_event = 'PgSleep'")" ]; do sleep 0.2; done
}
release() { sql -c "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE '%LOCK TABLE $1 %' AND wait_event = 'PgSleep'" > /dev/null; }

# blocked КОМАНДА — дождаться, пока такой запрос коннектора встанет на блокировке, и напечатать его.
blocked() {
  until sql -c "SELECT query FROM pg_stat_activity WHERE usename = 'debezium' AND wait_event_type = 'Lock'" | grep "^$1"; do sleep 0.2; done
}
# endregion: hold

# reconfigure JSON — изменить названные свойства остановленного коннектора, запустить его и дождаться потока.
reconfigure() {
  stop reviews
  change reviews "$1"
  mark
  resume reviews
  streams pg
}

# metrics ИМЯ КОНТЕКСТ — значения метрик коннектора; имя — регулярное выражение.
metrics() { curl -s localhost:9404/metrics | grep -E "^debezium_metrics_($1)\{context=\"$2\"" | sed -E 's/debezium_metrics_//; s/\{.*\}//'; }

# kafka_signal — сигналы через Kafka, со стандартного ввода: ключ|значение.
kafka_signal() {
  mark
  docker compose exec -T kafka /opt/kafka/bin/kafka-console-producer.sh --bootstrap-server kafka:29092 --topic pg-signal \
    --reader-property parse.key=true --reader-property key.separator='|'
}

# region: place
# offset ПОЛЕ — поле места снимка из сохранённых смещений; пусто, пока его нет.
offset() { curl -s localhost:8083/connectors/reviews/offsets | jq -r ".offsets[0].offset.incremental_snapshot_$1 // empty"; }

# saved — ждать, пока сохранённое смещение догонит нынешний конец журнала базы.
saved() {
  local now
  now=$(sql -c "SELECT pg_current_wal_lsn() - '0/0'")
  until [ "$(curl -s localhost:8083/connectors/reviews/offsets | jq '.offsets[0].offset.lsn // 0')" -ge "$now" ]; do sleep 1; done
}

# number ПОЛЕ — последнее число ключа: у integer это четыре последних байта сериализованного объекта.
number() { echo $((16#$(offset "$1" | tail -c 9))); }
# endregion: place

# windows — сколько водяных знаков осталось в таблице сигналов.
windows() { sql -c "SELECT type, count(*) FROM debezium_signal WHERE type LIKE 'snapshot-window%' GROUP BY type ORDER BY type"; }

# region: load
# load — нагрузка из load.sql; запускайте в фоне.
load() { docker compose exec -T postgres psql -U shop -d shop -qc 'SET synchronous_commit = off' -c 'CALL shake()'; }

# scanned N — ждать, пока снимок прочитает N строк.
scanned() { until [ "$(metrics RowsScanned snapshot | grep -oE '[0-9]+' | head -1)" -ge "$1" ] 2> /dev/null; do sleep 0.1; done; }

# calm — остановить нагрузку и дождаться, пока всё записанное дойдёт до Kafka. Забор — сигнал log: он идёт тем же потоком.
calm() {
  sql -c 'CREATE TABLE enough ()' && wait && sql -c 'DROP TABLE enough'
  signal "fence-$RANDOM" log '{"message": "fence {}"}' && seen ' fence '
  until metrics QueueRemainingCapacity streaming | grep -q 8192; do sleep 0.2; done
}

# check — сверить топик отзывов с таблицей.
check() { (cd python && python snapshot_check.py shop.reviews); }
# endregion: load

# region: replica
# ghost ИМЯ — ждать синхронную реплику с таким именем; пустое имя — никого не ждать.
ghost() { sql -c "ALTER SYSTEM SET synchronous_standby_names = '$1'" && sql -c 'SELECT pg_reload_conf()' > /dev/null; }

# edit ТЕКСТ — приложение правит отзыв 7 и ждёт реплику; запускайте в фоне.
edit() { docker compose exec -T postgres psql -U shop -d shop -qc 'SET synchronous_commit = on' -c "UPDATE reviews SET body = '$1' WHERE id = 7"; }

# unseen РОЛЬ — дождаться, пока фиксация этой роли встанет в ожидании реплики.
unseen() { until sql -c "SELECT wait_event FROM pg_stat_activity WHERE usename = '$1' AND wait_event = 'SyncRep'" | grep .; do sleep 0.1; done; }
# endregion: replica

# cleanup — убрать коннектор, его слот, топики и таблицы урока.
cleanup() {
  remove reviews
  sql -c 'DROP TABLE reviews, visits; DROP PROCEDURE shake; TRUNCATE debezium_signal' -c 'ALTER SYSTEM RESET synchronous_standby_names' \
    -c 'ALTER DATABASE shop RESET synchronous_commit; ALTER ROLE debezium RESET synchronous_commit; GRANT INSERT, DELETE ON debezium_signal TO debezium'
  docker compose exec -T kafka /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:29092 \
    --delete --topic 'pg[.].*|pg-signal|__debezium-heartbeat[.]pg'
}
