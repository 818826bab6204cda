# A Python program that asks addresses where no broker is, and a topic that is not there.
source .venv/bin/activate
cd python || exit
python - <<'PYTHON' 2>&1
from confluent_kafka import Consumer, Producer

settings = {"group.id": "clients", "auto.offset.reset": "earliest", "log_level": 0}


def first_error(consumer: Consumer) -> None:
    consumer.subscribe(["pg.shop.nosuch"])
    while not (message := consumer.poll(1)) and not errors:
        pass
    print(message.error() if message else errors.pop(0))
    errors.clear()


errors: list[object] = []
quiet = settings | {"reconnect.backoff.ms": 60000, "reconnect.backoff.max.ms": 60000, "error_cb": errors.append}
for server in ("localhost:9099", "kafka.example:9092"):
    first_error(Consumer(quiet | {"bootstrap.servers": server}))
consumer = Consumer(settings | {"bootstrap.servers": "localhost:9092"})
first_error(consumer)
producer = Producer({"bootstrap.servers": "localhost:9092", "message.timeout.ms": "1000", "log_level": 0})
producer.produce("pg.shop.nosuch", b"x", on_delivery=lambda error, _: print(error))
producer.flush(5)
PYTHON
