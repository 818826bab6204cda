"""Prints what stands in topics of one partition, in their order, each up to the event with a given id.

Usage, in labs/python: topics.py ID TOPIC ...
Each line is a JSON object: topic, op, id, body, snapshot, ts_ms.
"""

import json
import sys
import time

# Modules are found where an interpreter was started, not beside this file.
sys.path[0] = ""

from cdc import lab
from confluent_kafka import Consumer, TopicPartition

last, topics = int(sys.argv[1]), sys.argv[2:]
consumer = Consumer({"bootstrap.servers": lab.kafka(), "group.id": "watermarks", "enable.auto.commit": False})
consumer.assign([TopicPartition(topic, 0, 0) for topic in topics])
left, deadline = set(topics), time.monotonic() + 120
while left:
    message = consumer.poll(1)
    if time.monotonic() > deadline:
        sys.exit(f"no event {last} after 120 s in {', '.join(sorted(left))}")
    if message is None or message.error() or message.topic() not in left:
        continue
    event = json.loads(message.value())
    row = event["after"] or event["before"]
    if row["id"] == last:
        left.remove(message.topic())
        continue
    told = {"topic": message.topic(), "op": event["op"], "id": row["id"], "ts_ms": event["ts_ms"]}
    told["body"] = event["after"] and event["after"]["body"]
    told["snapshot"] = event["source"]["snapshot"]
    print(json.dumps(told))
consumer.close()
