-- Ведомость места под WAL. Читает статистику и настройки, ничего не меняет. Запуск из каталога labs:
--   docker compose exec -T postgres psql -X -q -U postgres -d shop -v seconds=10 -v outage='8 hours' -v factor=1.5 < postgres/wal-budget.sql
-- seconds — сколько секунд измерять скорость; вместо этого можно дать готовую: -v rate='1500 kB'
-- outage — сколько потребитель может стоять; factor — запас на рост нагрузки
\set ON_ERROR_STOP on
\if :{?rate}
SELECT pg_size_bytes(:'rate') AS rate_now, 0 AS rate_average \gset
\else
-- region: measure
SELECT pg_current_wal_lsn() AS lsn, clock_timestamp() AS at \gset
SELECT pg_sleep(:seconds) \g /dev/null
SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), :'lsn') / extract(epoch FROM clock_timestamp() - :'at') AS rate_now,
       wal_bytes / extract(epoch FROM now() - stats_reset) AS rate_average
  FROM pg_stat_wal \gset
-- endregion: measure
\endif
\pset format aligned
\pset footer off

WITH load AS (
  SELECT :rate_now::numeric AS now, :rate_average::numeric AS average,
         greatest(:rate_now::numeric, :rate_average::numeric, 1) * :factor AS planned
), limits AS (
  SELECT pg_size_bytes(current_setting('max_wal_size')) AS working,
         pg_size_bytes(current_setting('wal_keep_size')) AS keep,
         -- Слот не потеряет того, что и так хранит wal_keep_size; -1 — предела нет.
         CASE current_setting('max_slot_wal_keep_size') WHEN '-1' THEN NULL
           ELSE greatest(pg_size_bytes(current_setting('max_slot_wal_keep_size')),
                         pg_size_bytes(current_setting('wal_keep_size'))) END AS slot
), need AS (
  SELECT load.*, limits.*, planned * extract(epoch FROM interval :'outage') AS retained,
         (SELECT min(safe_wal_size) FROM pg_replication_slots) AS safe,
         (SELECT max(spill_bytes / nullif(spill_txns, 0)) FROM pg_stat_replication_slots) AS spill
    FROM load, limits
)
SELECT row.* FROM need, LATERAL (VALUES
  ('скорость WAL сейчас, в секунду', pg_size_pretty(round(now))),
  ('скорость WAL с начала статистики', coalesce(pg_size_pretty(round(nullif(average, 0))), '-')),
  ('расчётная: большая из двух с запасом', pg_size_pretty(round(planned))),
  ('слот удержит за ' || :'outage', pg_size_pretty(round(retained))),
  ('wal_keep_size', pg_size_pretty(keep)),
  ('max_wal_size: работа контрольных точек', pg_size_pretty(working)),
  ('ИТОГО под pg_wal', pg_size_pretty(round(greatest(retained, keep)) + working)),
  ('предел на слот сейчас', coalesce(pg_size_pretty(slot), 'нет')),
  ('предела хватит на', coalesce(date_trunc('minute', make_interval(secs => (slot / planned)::float8))::text, 'пока есть диск')),
  ('худшему слоту осталось', coalesce(date_trunc('minute', make_interval(secs => (safe / planned)::float8))::text, '-')),
  ('подкачка: большая транзакция в среднем', coalesce(pg_size_pretty(spill), '-'))
) AS row (строка, значение);
