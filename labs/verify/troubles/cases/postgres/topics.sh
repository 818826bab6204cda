# Events that Kafka does not take: too large for the producer, too large for the topic, and for a topic that nobody creates.
source verify/troubles/lib.sh

sql <<'SQL'
CREATE SCHEMA topics;
CREATE TABLE topics.docs (id int PRIMARY KEY, body text);
GRANT USAGE ON SCHEMA topics TO debezium;
GRANT SELECT ON topics.docs TO debezium;
CREATE PUBLICATION topics FOR TABLE topics.docs;
SQL
own='."publication.name" = "topics" | ."table.include.list" = "topics.docs"'
pg _none "$own"' | with_entries(select(.key | startswith("topic.creation") | not))'
pg "" "$own"
pg _producer "$own"' | ."producer.override.max.request.size" = "5000000"'
for name in topics_none topics topics_producer; do streams $name; done
sql -c "INSERT INTO topics.docs VALUES (1, repeat('x', 1500000))"
trace ""
trace _producer
said 'topics_none.topics.docs=UNKNOWN_TOPIC_OR_PARTITION'
status topics_none | jq -c '[.connector.state, .tasks[].state]'
