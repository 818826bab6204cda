-- Правка отзыва 4, которая попадает в окно первого же чанка: триггер делает её в транзакции, закрывающей окно.
CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  UPDATE shop.reviews SET body = 'Правка в окне' WHERE id = 4 AND body <> 'Правка в окне';
  RETURN OLD;
END $$;

CREATE TRIGGER collide BEFORE DELETE ON debezium_signal
  FOR EACH ROW WHEN (OLD.type = 'snapshot-window-open') EXECUTE FUNCTION collide();
