-- Сигналы, из которых ничего не выйдет: опечатка в типе, пропавшая скобка, таблица не из table.include.list,
-- чужая колонка в условии, таблица без ключа, устаревшее имя additional-condition.
INSERT INTO debezium_signal VALUES
  ('bad-1', 'execute_snapshot', '{"data-collections": ["shop\\.orders"]}'),
  ('bad-2', 'execute-snapshot', '{"data-collections": ["shop\\.orders"]'),
  ('bad-3', 'execute-snapshot', '{"data-collections": ["shop.customers"]}'),
  ('bad-4', 'execute-snapshot', '{"data-collections": ["shop\\.orders"],
    "additional-conditions": [{"data-collection": "shop\\.orders", "filter": "city = 1"}]}'),
  ('bad-5', 'execute-snapshot', '{"data-collections": ["shop\\.visits"]}'),
  ('bad-6', 'execute-snapshot', '{"data-collections": ["shop\\.orders"], "additional-condition": "id = 10001"}');
