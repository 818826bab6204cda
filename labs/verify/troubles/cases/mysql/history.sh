# The topic with the history of schemas: lost, made by hand in a wrong way, or without a table.
source verify/troubles/lib.sh

source .venv/bin/activate
topics() { (cd python && python -c "
from confluent_kafka.admin import AdminClient, NewTopic
admin = AdminClient({'bootstrap.servers': 'localhost:9092'})
for future in ($1).values(): future.result(30)"); }
topics "admin.create_topics([NewTopic('schema-history.history_parts', 3, 1, config={'retention.ms': '-1'}),
  NewTopic('schema-history.history_compact', 1, 1, config={'cleanup.policy': 'compact', 'retention.ms': '-1'})])"
my ""
my _table
my _parts
my _compact
for name in history history_table history_parts; do streams $name; done
trace _compact
said 'should have one partiton'
change history_table '{"table.include.list": "shop.orders,shop.products"}'
stop history
topics "admin.delete_topics(['schema-history.history'])"
resume history
trace ""
mysql_root -e 'UPDATE products SET stock = stock + 1 WHERE id = 101'
trace _table
