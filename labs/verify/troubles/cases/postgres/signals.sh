# Signals that lead to nothing: the connector warns and goes on.
source verify/troubles/lib.sh

sql <<'SQL'
CREATE SCHEMA signals;
CREATE TABLE signals.items (id int PRIMARY KEY, price numeric);
INSERT INTO signals.items VALUES (1, 10);
CREATE TABLE signals.visits (page text);
CREATE TABLE signals.four (id varchar(42) PRIMARY KEY, type varchar(32), data varchar(2048), note text);
CREATE TABLE signals.guarded (id varchar(42) PRIMARY KEY, type varchar(32), data varchar(2048));
GRANT USAGE ON SCHEMA signals TO debezium;
GRANT SELECT ON ALL TABLES IN SCHEMA signals TO debezium;
CREATE PUBLICATION signals FOR TABLES IN SCHEMA signals, TABLE shop.debezium_signal;
SQL
own='."publication.name" = "signals" | ."table.include.list" = "signals.items,signals.visits" | ."decimal.handling.mode" = "precise"'
pg "" "$own | .\"signal.data.collection\" = \"shop.debezium_signal\""
pg _four "$own | .\"signal.data.collection\" = \"signals.four\""
pg _guarded "$own | .\"signal.data.collection\" = \"signals.guarded\""
for name in signals signals_four signals_guarded; do streams $name; done

sql <<'SQL'
INSERT INTO shop.debezium_signal VALUES
  ('type', 'execute_snapshot', '{"data-collections": ["signals.items"]}'),
  ('json', 'execute-snapshot', '{"data-collections": ["signals.items"]'),
  ('table', 'execute-snapshot', '{"data-collections": ["shop.customers"]}'),
  ('key', 'execute-snapshot', '{"data-collections": ["signals.visits"]}'),
  ('filter', 'execute-snapshot', '{"data-collections": ["signals.items"],
    "additional-conditions": [{"data-collection": "signals.items", "filter": "cost > 1"}]}');
INSERT INTO signals.four VALUES ('four', 'log', '{"message": "hi"}', 'why');
INSERT INTO signals.guarded VALUES ('guarded', 'execute-snapshot', '{"data-collections": ["signals.items"]}');
INSERT INTO signals.items VALUES (2, 'NaN');
SQL
said "Signal 'type'"
said "Signal 'json'"
said 'Schema retrieval failed' 4
said 'has no primary keys'
said 'Failed to read maximum key' 4
said 'should have 3 fields'
said 'skipping and continuing streaming' 4
said 'Got a special value'
status signals | jq -c '[.connector.state, .tasks[].state]'
sql -c "DELETE FROM shop.debezium_signal"
