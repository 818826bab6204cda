#!/bin/bash
# What the entry point of the mysql image does, with the same environment and the same folder of first scripts.
# RUN_AS holds the words that give up root, or nothing where the stack was not started as root.
set -euo pipefail
server=(mysqld --defaults-file=/opt/entry/my.cnf)
[ "${1-}" != mysqld ] || shift

if [ -n "$RUN_AS" ]; then chown -R "$RUN_UID" /var/lib/mysql /run/mysqld; fi

root() { MYSQL_PWD=${password-} mysql --protocol=socket --user=root "$@"; }

if [ ! -d /var/lib/mysql/mysql ]; then
  $RUN_AS "${server[@]}" --initialize-insecure
  # Without network: nobody connects before the first scripts are done.
  $RUN_AS "${server[@]}" "$@" --skip-networking &
  for _ in {1..600}; do
    if mysqladmin --protocol=socket --user=root ping > /dev/null 2>&1; then break; fi
    kill -0 $! || exit 1
    sleep 0.1
  done
  root <<SQL
CREATE USER root@'%' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;
ALTER USER root@localhost IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
SQL
  password=$MYSQL_ROOT_PASSWORD
  if [ -n "${MYSQL_DATABASE-}" ]; then root -e "CREATE DATABASE \`$MYSQL_DATABASE\`"; fi
  for file in /docker-entrypoint-initdb.d/*; do
    echo "$0: $file"
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) root --database="${MYSQL_DATABASE-}" < "$file" ;;
    esac
  done
  root -e SHUTDOWN
  wait
fi
exec $RUN_AS "${server[@]}" "$@"
