#!/usr/bin/env bash
# Входит в Aurora PostgreSQL по токену IAM вместо пароля. Нужны AWS CLI, psql и право rds-db:connect.
set -euo pipefail
cluster=${1:?имя кластера}

# region: token
# Пользователю cdc уже выдана роль rds_iam. Параметр динамический; без него токен не годится для соединений репликации.
aws rds modify-db-cluster --db-cluster-identifier "$cluster" --enable-iam-database-authentication --apply-immediately
aws rds modify-db-cluster-parameter-group \
  --db-cluster-parameter-group-name "$cluster-cdc" \
  --parameters ParameterName=rds.iam_auth_for_replication,ParameterValue=1,ApplyMethod=immediate

host=$(aws rds describe-db-clusters --db-cluster-identifier "$cluster" --query 'DBClusters[0].Endpoint' --output text)
PGPASSWORD=$(aws rds generate-db-auth-token --hostname "$host" --port 5432 --username cdc)
export PGPASSWORD
psql "host=$host dbname=shop user=cdc sslmode=verify-full sslrootcert=global-bundle.pem" -c 'SHOW wal_level'
# endregion: token
