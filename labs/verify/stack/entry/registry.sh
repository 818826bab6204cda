#!/bin/bash
# Starts Apicurio Registry with the options that its image reads.
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${JAVA_OPTS_APPEND-} \
  -Dquarkus.http.host=0.0.0.0 -jar /opt/registry/quarkus-run.jar
