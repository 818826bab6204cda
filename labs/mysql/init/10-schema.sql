-- База shop: те же таблицы и те же строки, что и в PostgreSQL.
CREATE TABLE customers (
  id         int          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       varchar(100) NOT NULL,
  email      varchar(100) NOT NULL UNIQUE,
  phone      varchar(20),                                    -- NULL: клиент не оставил телефон
  city       varchar(50)  NOT NULL,
  created_at datetime(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
);

CREATE TABLE products (
  id         int            NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku        varchar(20)    NOT NULL UNIQUE,
  name       varchar(100)   NOT NULL,
  price      decimal(10, 2) NOT NULL CHECK (price > 0),
  stock      int            NOT NULL CHECK (stock >= 0),
  attributes json           NOT NULL
);

CREATE TABLE orders (
  id          int            NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id int            NOT NULL,
  status      varchar(20)    NOT NULL CHECK (status IN ('new', 'paid', 'shipped', 'delivered', 'cancelled')),
  total       decimal(10, 2) NOT NULL,
  created_at  datetime(3)    NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  updated_at  datetime(3)    NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  FOREIGN KEY (customer_id) REFERENCES customers (id)
);

-- Составной первичный ключ: в Kafka он становится составным ключом сообщения.
CREATE TABLE order_items (
  order_id   int            NOT NULL,
  line       int            NOT NULL,
  product_id int            NOT NULL,
  quantity   int            NOT NULL CHECK (quantity > 0),
  price      decimal(10, 2) NOT NULL,
  PRIMARY KEY (order_id, line),
  FOREIGN KEY (order_id) REFERENCES orders (id),
  FOREIGN KEY (product_id) REFERENCES products (id)
);

CREATE TABLE payments (
  id       int            NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id int            NOT NULL,
  amount   decimal(10, 2) NOT NULL,
  method   varchar(20)    NOT NULL CHECK (method IN ('card', 'sbp', 'cash')),
  paid_at  datetime(3)    NOT NULL,
  FOREIGN KEY (order_id) REFERENCES orders (id)
);
