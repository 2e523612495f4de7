-- The figures of gold.sales_by_month, by the server itself, from the tables of the shop.
WITH m AS (
  SELECT
    DATE_FORMAT(s.sold_at, '%Y-%m-01') AS month,
    COUNT(DISTINCT s.id) AS orders,
    COUNT(DISTINCT s.client_id) AS clients,
    SUM(i.quantity) AS units,
    SUM(IF(s.status IN ('paid', 'shipped', 'delivered'), ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS revenue,
    SUM(IF(s.status = 'refunded', ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS refunded,
    COUNT(DISTINCT IF(s.status IN ('paid', 'shipped', 'delivered') AND ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2) > 0, s.id, NULL)) AS revenue_orders
  FROM sales_items AS i
  JOIN sales AS s ON s.id = i.sale_id
  WHERE i.quantity BETWEEN 1 AND 1000 AND i.discount BETWEEN 0 AND 100
  GROUP BY DATE_FORMAT(s.sold_at, '%Y-%m-01')
)
SELECT
  m.month,
  m.orders,
  m.clients,
  m.units,
  m.revenue,
  m.refunded,
  ROUND(CAST(m.revenue AS DECIMAL(30, 12)) / NULLIF(m.revenue_orders, 0), 2) AS average_order,
  m.revenue - (SELECT b.revenue FROM m AS b WHERE b.month < m.month ORDER BY b.month DESC LIMIT 1) AS change_to_previous_month
FROM m
ORDER BY m.month
