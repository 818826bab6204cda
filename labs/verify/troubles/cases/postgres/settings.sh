# Settings that are refused before a connector comes into being: the worker validates them, and connects while it does so.
source verify/troubles/lib.sh

class=PostgresConnector
wrong() { validate "$class" "$(jq '. + {"name": "settings"} | '"$1" connectors/shop-postgres.json)"; }

wrong '."snapshot.mode" = "never"'
wrong '."slot.name" = "Shop-Slot"'
wrong '."topic.prefix" = "my shop"'
wrong '."database.password" = "wrong"'
wrong '."database.dbname" = "market"'
wrong '."database.port" = "5439"'
wrong '."database.hostname" = "postgres.example"'
wrong '. + {"transforms": "route", "transforms.route.type": "io.debezium.transforms.ByLogicalTableRoute"}'
wrong '."value.converter" = "io.confluent.connect.avro.AvroConverter"'

# The same list, as the answer to a registration.
jq '{name: "settings", config: (. + {"snapshot.mode": "never"})}' connectors/shop-postgres.json |
  call POST '' -d @-
