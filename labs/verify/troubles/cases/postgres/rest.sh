# Requests that Connect refuses: an unknown class, a name that is taken, positions of a connector that runs.
source verify/troubles/lib.sh

post() { curl -s -w '\nHTTP %{http_code}\n' -X POST -H 'Content-Type: application/json' -d @- "$api"; }

pg ""
started rest
jq --arg me "$me" '{name: $me, config: (. + {"name": $me})}' connectors/shop-postgres.json | post
jq '{name: "rest_class", config: (. + {"connector.class": "io.debezium.connector.postgres.PostgresConnector"})}' \
  connectors/shop-postgres.json | post
curl -s -w '\nHTTP %{http_code}\n' -X DELETE "$api/$me/offsets"
curl -s -w '\nHTTP %{http_code}\n' "$api/${me}_nosuch/status"
