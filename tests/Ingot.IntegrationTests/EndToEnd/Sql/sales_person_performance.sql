-- The figures of gold.sales_person_performance, by the server itself, from the tables of the shop.
WITH sold AS (
  SELECT
    s.sales_person_id,
    DATE_FORMAT(s.sold_at, '%Y-%m-01') AS month,
    COUNT(DISTINCT s.id) AS orders,
    COUNT(DISTINCT s.client_id) AS clients,
    SUM(IF(s.status IN ('paid', 'shipped', 'delivered'), ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0)) AS revenue
  FROM sales_items AS i
  JOIN sales AS s ON s.id = i.sale_id
  WHERE i.quantity BETWEEN 1 AND 1000 AND i.discount BETWEEN 0 AND 100 AND s.sales_person_id IN (SELECT id FROM sales_people)
  GROUP BY s.sales_person_id, DATE_FORMAT(s.sold_at, '%Y-%m-01')
)
SELECT
  sold.sales_person_id,
  sold.month,
  CONCAT(TRIM(p.first_name), ' ', TRIM(p.last_name)) AS full_name,
  CAST(p.region AS CHAR) AS region,
  sold.orders,
  sold.clients,
  sold.revenue,
  ROUND(sold.revenue * p.commission_rate, 2) AS commission,
  1 + (SELECT COUNT(*) FROM sold AS better WHERE better.month = sold.month AND better.revenue > sold.revenue) AS rank_in_month
FROM sold
JOIN sales_people AS p ON p.id = sold.sales_person_id
ORDER BY sold.sales_person_id, sold.month
