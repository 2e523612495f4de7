-- The figures of gold.dim_product, by the server itself, from the tables of the shop.
SELECT
  id AS product_id,
  UPPER(TRIM(sku)) AS sku,
  REGEXP_REPLACE(TRIM(name), ' +', ' ') AS name,
  LOWER(REGEXP_REPLACE(TRIM(category), ' +', ' ')) AS category,
  CASE WHEN list_price >= 100 THEN 'premium' WHEN list_price >= 20 THEN 'standard' ELSE 'budget' END AS price_band,
  list_price,
  cost,
  list_price - cost AS margin,
  ROUND(CAST((list_price - cost) * 100 AS DECIMAL(30, 12)) / list_price, 2) AS margin_percent,
  JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) AS color,
  JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.material')) AS material,
  IF(active = 1, 'true', 'false') AS active,
  launched_on
FROM products
ORDER BY id
