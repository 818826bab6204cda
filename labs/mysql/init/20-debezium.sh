#!/bin/bash
# Всё, что нужно Debezium: служебные таблицы и пользователи с наименьшими правами.
# Сценарий, а не SQL: клиент MySQL не читает окружение, а пароли записаны один раз, в labs/.env.
MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root shop <<SQL
-- Сигналы: ровно три столбца в этом порядке. Debezium сам пишет сюда отметки инкрементального снимка.
-- Таблица в базе shop, рядом с данными: из другой базы коннектор предупреждает о неверной позиции.
CREATE TABLE debezium_signal (
  id   varchar(42) NOT NULL PRIMARY KEY,
  type varchar(32) NOT NULL,
  data varchar(2048)
);

-- Пульс: одна строка, которую коннектор обновляет, чтобы позиция двигалась и без изменений в магазине.
CREATE TABLE debezium_heartbeat (
  id int         NOT NULL PRIMARY KEY,
  at datetime(3) NOT NULL
);

-- Чтение журнала и таблиц. RELOAD нужен только для блокировки в начале снимка.
CREATE USER debezium@'%' IDENTIFIED BY '$DEBEZIUM_PASSWORD';
GRANT RELOAD, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO debezium@'%';
GRANT SELECT ON shop.* TO debezium@'%';
GRANT SELECT, INSERT, DELETE ON debezium_signal TO debezium@'%';
GRANT SELECT, INSERT, UPDATE ON debezium_heartbeat TO debezium@'%';

-- Приложение магазина.
CREATE USER shop@'%' IDENTIFIED BY '$SHOP_PASSWORD';
GRANT ALL ON shop.* TO shop@'%';

-- Prometheus читает только состояние сервера.
CREATE USER exporter@'%' IDENTIFIED BY '$EXPORTER_PASSWORD' WITH MAX_USER_CONNECTIONS 3;
GRANT PROCESS, REPLICATION CLIENT ON *.* TO exporter@'%';
GRANT SELECT ON performance_schema.* TO exporter@'%';
SQL
