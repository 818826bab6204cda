"""Первый потребитель: читает и печатает. Что в нём не так — в уроке."""

import json
import sys

from confluent_kafka import Consumer

consumer = Consumer(
    {"bootstrap.servers": "localhost:9092", "group.id": "first", "auto.offset.reset": "earliest"},
)
consumer.subscribe(["pg.shop.customers"])
try:
    while True:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            sys.exit(message.error().str())
        event = json.loads(message.value())
        row = event["after"] or event["before"]
        print(event["op"], row["id"], row["name"], flush=True)
finally:
    consumer.close()
