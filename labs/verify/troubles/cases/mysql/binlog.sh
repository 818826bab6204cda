# The connection to the binary log: a server id that another connector takes, and a file that is gone.
source verify/troubles/lib.sh

my ""
my _late
streams binlog
streams binlog_late
stop binlog_late
mysql_root -e 'FLUSH BINARY LOGS; UPDATE orders SET updated_at = now() WHERE id = 10001; FLUSH BINARY LOGS'
my _twin '."database.server.id" = "6001"'
trace ""
mysql_root -e "PURGE BINARY LOGS BEFORE now()"
resume binlog_late
trace _late
