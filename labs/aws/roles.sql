-- Пользователь Debezium с наименьшими правами и публикация. Выполняет главный пользователь кластера.
\set ON_ERROR_STOP on

-- region: roles
-- Только в RDS и Aurora: право на слоты и поток даёт членство в служебной роли.
CREATE ROLE cdc LOGIN PASSWORD :'cdc_password';
GRANT rds_replication TO cdc;

-- Одинаково везде: снимок читает таблицы обычным SELECT, публикацию создаёт владелец таблиц, а не коннектор.
GRANT USAGE ON SCHEMA shop TO cdc;
GRANT SELECT ON shop.orders, shop.payments TO cdc;
CREATE PUBLICATION cdc_publication FOR TABLE shop.orders, shop.payments;
-- endregion: roles
