# The outbox table and its transformation: a row that is changed, and another transformation behind it.
source verify/troubles/lib.sh

sql <<'SQL'
CREATE SCHEMA outbox;
CREATE TABLE outbox.outbox (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), aggregatetype text, aggregateid text, type text, payload jsonb);
GRANT USAGE ON SCHEMA outbox TO debezium;
GRANT SELECT ON outbox.outbox TO debezium;
CREATE PUBLICATION outbox FOR TABLE outbox.outbox;
SQL
own='."publication.name" = "outbox" | ."table.include.list" = "outbox.outbox"
  | . + {"transforms": "outbox", "transforms.outbox.type": "io.debezium.transforms.outbox.EventRouter"}'
pg "" "$own"
pg _chain "$own"' | . + {"transforms": "outbox,route", "transforms.route.type": "io.debezium.transforms.ByLogicalTableRouter",
  "transforms.route.topic.regex": ".*", "transforms.route.topic.replacement": "outbox.all"}'
streams outbox
streams outbox_chain
sql -c "INSERT INTO outbox.outbox (aggregatetype, aggregateid, type, payload) VALUES ('order', '1', 'OrderPaid', '{}')" \
  -c "UPDATE outbox.outbox SET type = 'OrderPaidTwice'"
trace _chain
said 'Unexpected update message'
status outbox | jq -c '[.connector.state, .tasks[].state]'
