#!/bin/bash
# Starts Apicurio Registry with the options that its image reads.
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${JAVA_OPTS_APPEND-} \
  -Dquarkus.http.host=0.0.0.0 -jar /opt/registry/quarkus-run.jar
