-- The demo shop: six tables of one MySQL or MariaDB database. `ingot seed` makes them and fills them.
-- A statement ends with a semicolon at the end of a line.

CREATE TABLE clients (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  first_name VARCHAR(60) NOT NULL COMMENT 'As typed: spaces and case vary',
  last_name VARCHAR(60) NOT NULL COMMENT 'As typed: spaces and case vary',
  company VARCHAR(120) NULL,
  email VARCHAR(120) NULL COMMENT 'Personal. As typed; not unique: a client may have registered twice',
  phone VARCHAR(40) NULL COMMENT 'Personal. As typed; NULL or empty when not given',
  birth_date DATE NULL COMMENT '1900-01-01 stands for not given',
  segment ENUM('consumer', 'small business', 'enterprise') NOT NULL DEFAULT 'consumer',
  newsletter TINYINT(1) NOT NULL DEFAULT 0,
  preferences JSON NULL COMMENT 'Language, and topics of interest',
  notes TEXT NULL COMMENT 'Free text of the staff',
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='People and companies that buy';

CREATE TABLE client_addresses (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  client_id INT UNSIGNED NOT NULL,
  kind ENUM('billing', 'shipping') NOT NULL,
  street VARCHAR(120) NOT NULL,
  postal_code VARCHAR(16) NOT NULL,
  city VARCHAR(80) NOT NULL COMMENT 'As typed: spaces vary',
  region VARCHAR(80) NULL,
  country CHAR(2) NOT NULL COMMENT 'ISO 3166-1 alpha-2; case varies',
  is_default TINYINT(1) NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY client_addresses_client (client_id),
  CONSTRAINT client_addresses_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Where clients live and receive goods';

CREATE TABLE sales_people (
  id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  first_name VARCHAR(60) NOT NULL,
  last_name VARCHAR(60) NOT NULL,
  email VARCHAR(120) NOT NULL COMMENT 'Personal',
  phone VARCHAR(40) NULL COMMENT 'Personal',
  region ENUM('north', 'south', 'east', 'west') NOT NULL,
  manager_id SMALLINT UNSIGNED NULL,
  hired_on DATE NOT NULL,
  left_on DATE NULL,
  commission_rate DECIMAL(5,4) NOT NULL COMMENT 'Share of the revenue: 0.0250 is 2.5 percent',
  active TINYINT(1) NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY sales_people_email (email),
  KEY sales_people_manager (manager_id),
  CONSTRAINT sales_people_manager FOREIGN KEY (manager_id) REFERENCES sales_people (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='The staff that sells';

CREATE TABLE products (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  sku VARCHAR(20) NOT NULL,
  name VARCHAR(120) NOT NULL,
  category VARCHAR(60) NOT NULL COMMENT 'As typed: spaces and case vary',
  list_price DECIMAL(10,2) NOT NULL,
  cost DECIMAL(10,2) NOT NULL COMMENT 'What one unit costs the shop',
  weight_kg DECIMAL(8,3) NULL,
  stock MEDIUMINT UNSIGNED NOT NULL DEFAULT 0,
  attributes JSON NULL COMMENT 'Color and material',
  description TEXT NULL,
  active TINYINT(1) NOT NULL DEFAULT 1,
  launched_on DATE NOT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY products_sku (sku)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='What the shop sells';

CREATE TABLE sales (
  id BIGINT NOT NULL AUTO_INCREMENT,
  client_id INT UNSIGNED NOT NULL,
  sales_person_id SMALLINT UNSIGNED NULL COMMENT '0 or NULL: nobody, the web shop; no foreign key, for that and for staff that was removed',
  status ENUM('pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded') NOT NULL DEFAULT 'pending',
  channel ENUM('web', 'store', 'phone') NOT NULL,
  payment_method ENUM('card', 'paypal', 'bank transfer', 'cash', 'gift card') NOT NULL,
  sold_at DATETIME(6) NOT NULL COMMENT 'UTC',
  shipped_on DATE NULL,
  refunded_at DATETIME(6) NULL,
  shipping_fee DECIMAL(8,2) NOT NULL DEFAULT 0.00,
  coupon VARCHAR(20) NULL COMMENT 'As typed: case varies',
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY sales_client (client_id),
  CONSTRAINT sales_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Orders';

CREATE TABLE sales_items (
  id BIGINT NOT NULL AUTO_INCREMENT,
  sale_id BIGINT NOT NULL,
  product_id INT UNSIGNED NOT NULL,
  quantity INT NOT NULL COMMENT 'From 1 to 1000; a few are mistyped',
  unit_price DECIMAL(10,2) NOT NULL,
  discount DECIMAL(5,2) NOT NULL DEFAULT 0.00 COMMENT 'Percent: from 0 to 100; a few are mistyped',
  created_at DATETIME(6) NOT NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY sales_items_sale (sale_id),
  KEY sales_items_product (product_id),
  CONSTRAINT sales_items_sale FOREIGN KEY (sale_id) REFERENCES sales (id),
  CONSTRAINT sales_items_product FOREIGN KEY (product_id) REFERENCES products (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='The lines of the orders';
