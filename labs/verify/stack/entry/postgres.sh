#!/bin/bash
# What the entry point of the postgres image does, with the same environment and the same folder of first scripts.
# RUN_AS holds the words that give up root, or nothing where the stack was not started as root; LISTEN the addresses that
# are the service's alone.
set -euo pipefail
export PGDATA=/var/lib/postgresql/18/docker
export PATH=/opt/postgres/bin:$PATH
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

if [ -n "$RUN_AS" ]; then chown -R "$RUN_UID" /var/lib/postgresql /run/postgresql; fi
# Another program is started as it is.
if [ "$1" != postgres ]; then exec "$@"; fi
shift
settings=(-c unix_socket_directories=/var/run/postgresql "$@" -c listen_addresses="$LISTEN")

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  $RUN_AS mkdir -p "$PGDATA"
  # A file, not a process substitution: that does not survive the change of user.
  printf '%s' "$POSTGRES_PASSWORD" > /run/postgresql/password
  $RUN_AS initdb -D "$PGDATA" --username="$user" --pwfile=/run/postgresql/password --auth-local=trust \
    --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 ${POSTGRES_INITDB_ARGS-}
  rm /run/postgresql/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"

  $RUN_AS pg_ctl -D "$PGDATA" -o "$(printf '%q ' "${settings[@]}") -c listen_addresses=''" -w start
  if [ "$database" != postgres ]; then
    psql -X -v ON_ERROR_STOP=1 -U "$user" -d postgres -c "CREATE DATABASE \"$database\""
  fi
  for file in /docker-entrypoint-initdb.d/*; do
    echo "$0: $file"
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) psql -X -v ON_ERROR_STOP=1 -U "$user" -d "$database" -f "$file" ;;
    esac
  done
  $RUN_AS pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec $RUN_AS postgres -D "$PGDATA" "${settings[@]}"
