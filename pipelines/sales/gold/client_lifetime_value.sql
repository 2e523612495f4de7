/* ---
description: What each client has bought so far; clients who never bought are part of it
kind: table
key: [client_id]
expect:
  revenue_is_not_negative: { check: revenue >= 0, else: fail }
  has_bought: { check: orders > 0, else: warn }
--- */
WITH bought AS (
  SELECT
    client_id,
    count(DISTINCT sale_id) AS orders,
    sum(quantity) AS units,
    CAST(sum(revenue) AS DECIMAL(18, 2)) AS revenue,
    CAST(sum(refunded_amount) AS DECIMAL(18, 2)) AS refunded,
    min(sold_on) AS first_sale_on,
    max(sold_on) AS last_sale_on,
    count(DISTINCT CASE WHEN revenue > 0 THEN sale_id END) AS revenue_orders
  FROM gold.fact_sales
  GROUP BY client_id
)
SELECT
  c.client_id,
  c.segment,
  c.market,
  coalesce(b.orders, 0) AS orders,
  coalesce(b.units, 0) AS units,
  coalesce(b.revenue, CAST(0 AS DECIMAL(18, 2))) AS revenue,
  coalesce(b.refunded, CAST(0 AS DECIMAL(18, 2))) AS refunded,
  CAST(b.revenue / nullif(b.revenue_orders, 0) AS DECIMAL(18, 2)) AS average_order,
  b.first_sale_on,
  b.last_sale_on,
  datediff(b.last_sale_on, b.first_sale_on) AS days_between_first_and_last,
  ntile(10) OVER (ORDER BY coalesce(b.revenue, CAST(0 AS DECIMAL(18, 2))) DESC, c.client_id) AS revenue_decile
FROM gold.dim_client AS c
LEFT JOIN bought AS b ON b.client_id = c.client_id
