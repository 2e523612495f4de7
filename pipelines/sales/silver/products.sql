/* ---
description: Products with clean categories, margins and price bands
kind: current
key: [id]
expect:
  list_price_is_positive: { check: list_price > 0, else: fail }
  sells_above_cost: { check: margin > 0, else: warn }
  has_a_color: { check: color IS NOT NULL, else: warn }
--- */
SELECT
  id,
  upper(trim(sku)) AS sku,
  regexp_replace(trim(name), ' +', ' ') AS name,
  lower(regexp_replace(trim(category), ' +', ' ')) AS category,
  list_price,
  cost,
  list_price - cost AS margin,
  CAST((list_price - cost) * 100 / nullif(list_price, 0) AS DECIMAL(9, 2)) AS margin_percent,
  CASE
    WHEN list_price < 20 THEN 'budget'
    WHEN list_price < 100 THEN 'standard'
    ELSE 'premium'
  END AS price_band,
  weight_kg,
  stock,
  get_json_object(attributes, '$.color') AS color,
  get_json_object(attributes, '$.material') AS material,
  nullif(trim(description), '') AS description,
  active = 1 AS active,
  launched_on,
  created_at,
  updated_at
FROM bronze.products
