# Requests that Connect refuses: a name that is taken, an unknown class, positions of a connector that runs.
source verify/troubles/lib.sh

pg ""
started rest
jq '{name: "rest", config: .}' connectors/shop-postgres.json | call POST '' -d @-
jq '{name: "rest_class", config: (. + {"connector.class": "io.debezium.connector.postgres.PostgresConnector"})}' \
  connectors/shop-postgres.json | call POST '' -d @-
call DELETE rest/offsets
