# A publication sends a table that the connector does not capture, and nothing moves its position.
source verify/troubles/lib.sh

sql <<'SQL'
CREATE SCHEMA filtered;
CREATE TABLE filtered.noise (id int PRIMARY KEY);
CREATE PUBLICATION filtered FOR TABLE shop.orders, filtered.noise;
SQL
pg "" '."publication.name" = "filtered"'
streams filtered
sql -c "INSERT INTO filtered.noise SELECT generate_series(1, 10001)"
said 'which were all filtered out'
status filtered | jq -c '[.connector.state, .tasks[].state]'
