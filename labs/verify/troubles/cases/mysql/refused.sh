# Connectors whose task does not start: for the server's settings, for rights, for their own settings.
source verify/troubles/lib.sh

mysql_root -e "CREATE USER refused@'%' IDENTIFIED BY 'refused-demo';
  GRANT SELECT, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO refused@'%'; SET GLOBAL binlog_format = STATEMENT"
my _format
trace _format
mysql_root -e 'SET GLOBAL binlog_format = ROW; SET GLOBAL binlog_row_image = MINIMAL'
my _image
trace _image
mysql_root -e 'SET GLOBAL binlog_row_image = FULL'
my _rights '."database.user" = "refused" | ."database.password" = "refused-demo" | ."snapshot.mode" = "initial" | ."errors.max.retries" = "0"'
my _tasks '."tasks.max" = "2"'
trace _rights
said 'Only a single connector task may be started' 1
status refused_tasks | jq -c '[.connector.state, .tasks[].state]'
mysql_root -e "DROP USER refused@'%'"
