/* ---
description: What each sales person sold in each month, the commission, and the rank in the month
kind: table
key: [sales_person_id, month]
expect:
  commission_is_below_revenue: { check: commission <= revenue, else: fail }
--- */
WITH sold AS (
  SELECT
    sales_person_id,
    sold_month AS month,
    count(DISTINCT sale_id) AS orders,
    count(DISTINCT client_id) AS clients,
    CAST(sum(revenue) AS DECIMAL(18, 2)) AS revenue
  FROM gold.fact_sales
  WHERE sales_person_is_known
  GROUP BY sales_person_id, sold_month
)
SELECT
  s.sales_person_id,
  s.month,
  p.full_name,
  p.region,
  s.orders,
  s.clients,
  s.revenue,
  CAST(s.revenue * p.commission_rate AS DECIMAL(18, 2)) AS commission,
  rank() OVER (PARTITION BY s.month ORDER BY s.revenue DESC) AS rank_in_month
FROM sold AS s
JOIN gold.dim_sales_person AS p ON p.sales_person_id = s.sales_person_id
