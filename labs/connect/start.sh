#!/bin/bash
# Агент и журнал заданы здесь, а не в окружении контейнера: иначе их получила бы каждая команда
# docker compose exec connect … и не смогла бы занять порт 9404 второй раз.
export KAFKA_OPTS="-javaagent:/opt/connect/jmx/jmx_prometheus_javaagent.jar=9404:/etc/connect/jmx-exporter.yml"
export KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=/etc/connect/log4j2.properties"
exec /opt/kafka/bin/connect-distributed.sh /etc/connect/worker.properties
