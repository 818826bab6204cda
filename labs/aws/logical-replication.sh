#!/usr/bin/env bash
# Включает логическую репликацию в кластере Aurora PostgreSQL. Нужны AWS CLI и права на RDS; запускайте по частям.
set -euo pipefail
cluster=${1:?имя кластера}
group=$cluster-cdc

# region: create
# Семейство — по основной версии движка. Стандартную группу изменить нельзя, нужна своя.
aws rds create-db-cluster-parameter-group \
  --db-cluster-parameter-group-name "$group" \
  --db-parameter-group-family aurora-postgresql17 \
  --description "Logical replication for Debezium"

# Все три параметра статические: до перезагрузки они только записаны.
aws rds modify-db-cluster-parameter-group \
  --db-cluster-parameter-group-name "$group" \
  --parameters \
    ParameterName=rds.logical_replication,ParameterValue=1,ApplyMethod=pending-reboot \
    ParameterName=max_replication_slots,ParameterValue=20,ApplyMethod=pending-reboot \
    ParameterName=max_wal_senders,ParameterValue=20,ApplyMethod=pending-reboot
# endregion: create

# region: apply
aws rds modify-db-cluster \
  --db-cluster-identifier "$cluster" \
  --db-cluster-parameter-group-name "$group" \
  --apply-immediately

# Писатель сейчас — тот член кластера, у которого IsClusterWriter равно true.
writer=$(aws rds describe-db-clusters --db-cluster-identifier "$cluster" --output text \
  --query 'DBClusters[0].DBClusterMembers[?IsClusterWriter].DBInstanceIdentifier')
aws rds reboot-db-instance --db-instance-identifier "$writer"
aws rds wait db-instance-available --db-instance-identifier "$writer"

# У писателя должно быть in-sync. pending-reboot означает, что перезагрузки не было.
aws rds describe-db-clusters --db-cluster-identifier "$cluster" \
  --query 'DBClusters[0].{group: DBClusterParameterGroup, members: DBClusterMembers[].[DBInstanceIdentifier, IsClusterWriter, DBClusterParameterGroupStatus]}'

aws rds describe-db-cluster-parameters --db-cluster-parameter-group-name "$group" --source user --output table \
  --query 'Parameters[].[ParameterName, ParameterValue, ApplyType, ApplyMethod]'
# endregion: apply
