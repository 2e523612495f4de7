-- The figures of gold.client_lifetime_value, by the server itself, from the tables of the shop.
WITH bought AS (
  SELECT
    s.client_id,
    COUNT(DISTINCT s.id) AS orders,
    SUM(i.quantity) AS units,
    SUM(IF(s.status IN ('paid', 'shipped', 'delivered'), ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS revenue,
    SUM(IF(s.status = 'refunded', ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS refunded,
    COUNT(DISTINCT IF(s.status IN ('paid', 'shipped', 'delivered') AND ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2) > 0, s.id, NULL)) AS revenue_orders,
    MIN(DATE(s.sold_at)) AS first_sale_on,
    MAX(DATE(s.sold_at)) AS last_sale_on
  FROM sales_items AS i
  JOIN sales AS s ON s.id = i.sale_id
  WHERE i.quantity BETWEEN 1 AND 1000 AND i.discount BETWEEN 0 AND 100
  GROUP BY s.client_id
),
main_address AS (
  SELECT c.id AS client_id, (SELECT b.country FROM client_addresses AS b WHERE b.client_id = c.id ORDER BY b.is_default DESC, b.id LIMIT 1) AS country
  FROM clients AS c
)
SELECT
  c.id AS client_id,
  CAST(c.segment AS CHAR) AS segment,
  CASE
    WHEN a.country IS NULL THEN NULL
    WHEN UPPER(a.country) IN ('DE', 'AT', 'CH') THEN 'DACH'
    WHEN UPPER(a.country) IN ('FR', 'BE', 'NL') THEN 'West'
    WHEN UPPER(a.country) IN ('ES', 'IT', 'PT') THEN 'South'
    WHEN UPPER(a.country) IN ('SE', 'DK', 'NO', 'FI') THEN 'Nordics'
    WHEN UPPER(a.country) IN ('PL', 'CZ') THEN 'East'
    WHEN UPPER(a.country) IN ('GB', 'IE') THEN 'Isles'
    WHEN UPPER(a.country) = 'US' THEN 'America'
    ELSE 'other' END AS market,
  COALESCE(b.orders, 0) AS orders,
  COALESCE(b.units, 0) AS units,
  COALESCE(b.revenue, 0.00) AS revenue,
  COALESCE(b.refunded, 0.00) AS refunded,
  ROUND(CAST(b.revenue AS DECIMAL(30, 12)) / NULLIF(b.revenue_orders, 0), 2) AS average_order,
  b.first_sale_on,
  b.last_sale_on,
  DATEDIFF(b.last_sale_on, b.first_sale_on) AS days_between_first_and_last,
  NTILE(10) OVER (ORDER BY COALESCE(b.revenue, 0) DESC, c.id) AS revenue_decile
FROM clients AS c
JOIN main_address AS a ON a.client_id = c.id
LEFT JOIN bought AS b ON b.client_id = c.id
ORDER BY c.id
