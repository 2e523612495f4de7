-- The figures of gold.sales_by_category, by the server itself, from the tables of the shop.
WITH c AS (
  SELECT
    LOWER(REGEXP_REPLACE(TRIM(p.category), ' +', ' ')) AS category,
    COUNT(DISTINCT i.product_id) AS products,
    COUNT(DISTINCT s.id) AS orders,
    SUM(i.quantity) AS units,
    SUM(IF(s.status IN ('paid', 'shipped', 'delivered'), ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS revenue,
    SUM(IF(s.status IN ('paid', 'shipped', 'delivered') AND ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2) > 0,
      ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2) - i.quantity * p.cost, 0)) AS margin,
    SUM(IF(s.status = 'refunded', ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS refunded
  FROM sales_items AS i
  JOIN sales AS s ON s.id = i.sale_id
  JOIN products AS p ON p.id = i.product_id
  WHERE i.quantity BETWEEN 1 AND 1000 AND i.discount BETWEEN 0 AND 100
  GROUP BY LOWER(REGEXP_REPLACE(TRIM(p.category), ' +', ' '))
)
SELECT
  category,
  products,
  orders,
  units,
  revenue,
  margin,
  refunded,
  ROUND(CAST(revenue * 100 AS DECIMAL(30, 12)) / (SELECT NULLIF(SUM(revenue), 0) FROM c AS t), 4) AS revenue_share_percent
FROM c
ORDER BY CAST(category AS BINARY)
