"""Deletes every topic but Kafka's own and those named, and every consumer group without members.

Usage, in labs/python: reset-kafka.py TOPIC-THAT-STAYS ...
"""

import sys

# Modules are found where an interpreter was started, not beside this file.
sys.path[0] = ""

from cdc import lab
from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

OWN = {"__consumer_offsets", "__transaction_state", "__share_group_state"}

admin = AdminClient({"bootstrap.servers": lab.kafka()})
gone = [name for name in admin.list_topics(timeout=30).topics if name not in OWN and name not in sys.argv[1:]]
for future in admin.delete_topics(gone).values() if gone else []:
    future.result(30)
groups = [group.group_id for group in admin.list_consumer_groups(request_timeout=30).result(60).valid]
for future in admin.delete_consumer_groups(groups).values() if groups else []:
    try:
        future.result(30)
    except KafkaException:
        # A consumer that was killed is a member until its session times out; the group is of no use to the next lesson.
        pass
