# Кластер Aurora PostgreSQL, из которого Debezium читает изменения. Нужен счёт AWS.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

variable "subnet_group" {
  type        = string
  description = "Группа подсетей, в которой доступен Kafka Connect"
}

variable "security_groups" {
  type        = list(string)
  description = "Группы безопасности: порт 5432 открыт только для Kafka Connect и приложения"
}

variable "engine_version" {
  type        = string
  description = "Версия Aurora PostgreSQL семейства 17"
}

variable "instance_class" {
  type        = string
  description = "Класс экземпляров"
}

# region: parameters
resource "aws_rds_cluster_parameter_group" "cdc" {
  name        = "shop-cdc"
  family      = "aurora-postgresql17"
  description = "Logical replication for Debezium"

  # Статические параметры: действуют после перезагрузки писателя.
  parameter {
    name         = "rds.logical_replication"
    value        = "1"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "max_replication_slots"
    value        = "20"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "max_wal_senders"
    value        = "20"
    apply_method = "pending-reboot"
  }

  # Соединения без TLS отклоняются. В семействе 17 это и так значение по умолчанию.
  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }
}
# endregion: parameters

# region: cluster
resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-postgresql"
  engine_version     = var.engine_version
  database_name      = "shop"

  # Пароль главного пользователя создаёт и хранит Secrets Manager: в состоянии Terraform его нет.
  master_username             = "postgres"
  manage_master_user_password = true

  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.cdc.name
  iam_database_authentication_enabled = true

  db_subnet_group_name   = var.subnet_group
  vpc_security_group_ids = var.security_groups
  storage_encrypted      = true
  deletion_protection    = true
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  identifier         = "shop-${count.index + 1}"
  cluster_identifier = aws_rds_cluster.shop.cluster_identifier
  engine             = aws_rds_cluster.shop.engine
  instance_class     = var.instance_class
}

# Единственный адрес для database.hostname: он всегда ведёт к писателю.
output "writer_endpoint" {
  value = aws_rds_cluster.shop.endpoint
}
# endregion: cluster
