-- Таблицы урока об инкрементальном снимке.
CREATE TABLE reviews (
  id          integer      PRIMARY KEY,
  customer_id integer      NOT NULL,
  rating      smallint     NOT NULL,
  body        varchar(200) NOT NULL
);
INSERT INTO reviews SELECT n, 1001 + n % 50, 1 + n % 5, 'Отзыв ' || n FROM generate_series(1, 8000) AS n;

-- Без первичного ключа: для упражнения.
CREATE TABLE visits (session integer NOT NULL, page varchar(100) NOT NULL);
INSERT INTO visits SELECT n, '/catalog/' || n % 30 FROM generate_series(1, 500) AS n;

ALTER TABLE reviews OWNER TO shop;
ALTER TABLE visits OWNER TO shop;
ALTER PUBLICATION shop_publication ADD TABLE reviews, visits;

-- Для опыта с синхронной репликой: её ждёт только тот, кто попросит.
ALTER DATABASE shop SET synchronous_commit = local;
