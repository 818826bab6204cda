-- Нагрузка на отзывы: десять раз в секунду меняет до сорока строк, удаляет одну и добавляет одну.
-- Кончает, когда появится таблица enough.
CREATE PROCEDURE shake() LANGUAGE plpgsql AS $$
DECLARE step integer := 0;
BEGIN
  WHILE to_regclass('shop.enough') IS NULL LOOP
    UPDATE reviews SET rating = 1 + rating % 5, body = 'Правка ' || step WHERE id % 200 = step * 37 % 200;
    DELETE FROM reviews WHERE id = 1 + step * 7919 % 8000;
    INSERT INTO reviews SELECT max(id) + 1, 1001, 5, 'Новый' FROM reviews;
    COMMIT;
    step := step + 1;
    PERFORM pg_sleep(0.1);
  END LOOP;
END $$;
