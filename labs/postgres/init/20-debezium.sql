-- Всё, что нужно Debezium: пользователь с наименьшими правами, служебные таблицы, публикация.
\set ON_ERROR_STOP on
\getenv debezium_password DEBEZIUM_PASSWORD
\getenv exporter_password EXPORTER_PASSWORD

-- region: role
-- Не суперпользователь и не владелец таблиц: только чтение потока и самих таблиц.
CREATE ROLE debezium LOGIN REPLICATION PASSWORD :'debezium_password';
GRANT USAGE ON SCHEMA shop TO debezium;
GRANT SELECT ON ALL TABLES IN SCHEMA shop TO debezium;
ALTER DEFAULT PRIVILEGES FOR ROLE shop, postgres IN SCHEMA shop GRANT SELECT ON TABLES TO debezium;
-- endregion: role

-- Сигналы: ровно три столбца в этом порядке. Debezium сам пишет сюда отметки инкрементального снимка.
CREATE TABLE shop.debezium_signal (
  id   varchar(42) PRIMARY KEY,
  type varchar(32) NOT NULL,
  data varchar(2048)
);
GRANT SELECT, INSERT, DELETE ON shop.debezium_signal TO debezium;

-- Пульс: одна строка, которую коннектор обновляет, чтобы слот двигался и без изменений в магазине.
CREATE TABLE shop.debezium_heartbeat (
  id integer      PRIMARY KEY,
  at timestamp(3) NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON shop.debezium_heartbeat TO debezium;

-- region: publication
-- Публикацию создаёт администратор: коннектору не нужны права владельца таблиц.
CREATE PUBLICATION shop_publication FOR TABLE
  shop.customers, shop.products, shop.orders, shop.order_items, shop.payments,
  shop.debezium_signal, shop.debezium_heartbeat;
-- endregion: publication

-- Prometheus читает только статистику.
CREATE ROLE exporter LOGIN PASSWORD :'exporter_password' IN ROLE pg_monitor;
