# Settings and rights that are refused before a connector comes into being.
source verify/troubles/lib.sh

wrong() { validate MySqlConnector "$(jq '. + {"name": "validation"} | '"$1" connectors/shop-mysql.json)"; }

mysql_root -e "CREATE USER validation@'%' IDENTIFIED BY 'validation-demo'; GRANT SELECT ON shop.* TO validation@'%'"
own='."database.user" = "validation" | ."database.password" = "validation-demo"'
wrong 'del(."database.server.id")'
wrong '."database.password" = "wrong"'
wrong '."database.port" = "3399"'
# Without TLS, and before the server has this password in its cache.
wrong "$own"' | ."database.ssl.mode" = "disabled"'
said 'Public Key Retrieval is not allowed'
wrong "$own"
jq '{name: "validation", config: (. + {"database.password": "wrong"})}' connectors/shop-mysql.json |
  call POST '' -d @-
mysql_root -e "DROP USER validation@'%'"
