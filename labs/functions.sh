# Функции, которыми пользуются уроки: source functions.sh из каталога labs, оболочка bash или zsh.
# shellcheck shell=bash
api=localhost:8083/connectors

# sql -c 'КОМАНДА' … — выполнить от имени суперпользователя и напечатать одни значения.
sql() { docker compose exec -T postgres psql -U postgres -d shop -qAt "$@"; }

# put ИМЯ ВЫРАЖЕНИЕ — зарегистрировать коннектор: connectors/shop-postgres.json без сигналов и пульса,
# ИМЯ вместо topic.prefix, slot.name и publication.name, затем правки выражением jq.
put() {
  jq --arg id "$1" '. + {"topic.prefix": $id, "slot.name": $id, "publication.name": $id}
    | del(."signal.data.collection", ."heartbeat.interval.ms", ."heartbeat.action.query") | '"$2" connectors/shop-postgres.json |
    curl -s -o /dev/null -X PUT -H 'Content-Type: application/json' -d @- "$api/$1/config"
}

# status ИМЯ — состояние коннектора и задачи одним JSON.
status() { curl -s "$api/$1/status"; }

# started ИМЯ — ждать, пока задача запустится или откажет.
started() { until status "$1" | jq -e '.tasks[0].state' > /dev/null; do sleep 0.5; done; }

# outcome ИМЯ — дождаться задачи и напечатать имя, состояние и последнюю причину отказа.
outcome() {
  started "$1"
  status "$1" | jq -r '(.tasks[0].trace // "" | split("\n") | (map(select(startswith("Caused by: "))) | last) // .[0] // "") as $cause
    | [.name, .tasks[0].state, ($cause | sub("^(Caused by: )?[^:]+: "; ""))] | join(" ")'
}

# failed ИМЯ — ждать отказа работающей задачи и напечатать то же.
failed() {
  until status "$1" | jq -e '.tasks[0].state == "FAILED"' > /dev/null; do sleep 0.5; done
  outcome "$1"
}

# change ИМЯ JSON — изменить названные настройки, не трогая остальных.
change() { curl -s -o /dev/null -X PATCH -H 'Content-Type: application/json' "$api/$1/config" -d "$2"; }

# resume ИМЯ — продолжить остановленный.
resume() { curl -s -X PUT "$api/$1/resume"; }

# restart ИМЯ — запустить заново отказавшую задачу.
restart() { curl -s -o /dev/null -X POST "$api/$1/restart?includeTasks=true&onlyFailed=true"; }

# streams ИМЯ — ждать, пока коннектор с таким topic.prefix читает поток.
streams() { until curl -s localhost:9404/metrics | grep -q "Connected{context=\"streaming\",name=\"$1\".* 1.0"; do sleep 0.5; done; }

# stop ИМЯ — остановить и дождаться, пока задача завершится.
stop() {
  curl -s -X PUT "$api/$1/stop"
  until status "$1" | jq -e '.tasks == []' > /dev/null; do sleep 0.5; done
}

# remove ИМЯ — остановить коннектор, забыть его позицию, удалить его и его слот.
remove() {
  stop "$1"
  curl -s -o /dev/null -X DELETE "$api/$1/offsets"
  curl -s -X DELETE "$api/$1"
  sql -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '$1'" > /dev/null
}

# read_topic ТОПИК СМЕЩЕНИЕ СКОЛЬКО — значения записей нулевой партиции.
read_topic() {
  docker compose exec -T kafka /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:29092 --topic "$1" \
    --partition 0 --offset "$2" --max-messages "$3" --timeout-ms 30000 2> /dev/null
}
