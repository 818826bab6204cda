"""Держит в PostgreSQL копию таблиц, которые присылает Debezium.

python consumer.py --topics '^pg[.]shop[.].*' --group mirror
"""

import argparse
import os
import signal

from confluent_kafka import Consumer

from cdc import lab
from cdc.dead_letters import DeadLetters
from cdc.loop import Loop, settings
from cdc.replica import Replica
from cdc.target import Target


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="копия таблиц из событий Debezium")
    parser.add_argument("--topics", nargs="+", required=True, help="имена; с ^ в начале — регулярное выражение")
    parser.add_argument("--group", default="mirror", help="группа потребителей")
    parser.add_argument("--database", default="warehouse", help="база, в которой лежит копия")
    parser.add_argument("--dead-letters", default="dead-letters", help="топик отложенных сообщений")
    parser.add_argument(
        "--until-idle", type=float, default=0, metavar="СЕКУНД", help="закончить, если столько нечего читать"
    )
    parser.add_argument("--kill-before-commit", action="store_true", help="умереть между обработкой и подтверждением")
    return parser.parse_args()


# region: main
def main() -> None:
    chosen = options()
    target = Target(lab.postgres(database=chosen.database))
    replica = Replica(target, DeadLetters(lab.kafka(), chosen.dead_letters))

    def report() -> None:
        print(
            f"применено {replica.applied}, повторов {replica.repeated},",
            f"надгробий {replica.tombstones}, отложено {replica.dead}",
            flush=True,
        )
        if chosen.kill_before_commit:
            os.kill(os.getpid(), signal.SIGKILL)

    loop = Loop(Consumer(settings(lab.kafka(), chosen.group)), replica.handle)
    loop.run(chosen.topics, report, chosen.until_idle)
    target.close()


# endregion: main

if __name__ == "__main__":
    main()
