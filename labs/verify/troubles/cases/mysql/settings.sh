# Settings and rights that are refused before a connector comes into being.
source verify/troubles/lib.sh

wrong() { validate MySqlConnector "$(jq '. + {"name": "settings"} | '"$1" connectors/shop-mysql.json)"; }

mysql_root -e "CREATE USER settings@'%' IDENTIFIED BY 'settings-demo'; GRANT SELECT ON shop.* TO settings@'%'"
own='."database.user" = "settings" | ."database.password" = "settings-demo"'
wrong 'del(."database.server.id")'
wrong '."database.password" = "wrong"'
wrong '."database.port" = "3399"'
# Without TLS, and before the server has this password in its cache.
wrong "$own"' | ."database.ssl.mode" = "disabled"'
said 'Public Key Retrieval is not allowed'
wrong "$own"
jq '{name: "settings", config: (. + {"database.password": "wrong"})}' connectors/shop-mysql.json |
  call POST '' -d @-
mysql_root -e "DROP USER settings@'%'"
