/* ---
description: Products for analysis
kind: table
key: [product_id]
expect:
  category_is_not_empty: { check: category <> '', else: fail }
--- */
SELECT
  id AS product_id,
  sku,
  name,
  category,
  price_band,
  list_price,
  cost,
  margin,
  margin_percent,
  color,
  material,
  active,
  launched_on
FROM silver.products
