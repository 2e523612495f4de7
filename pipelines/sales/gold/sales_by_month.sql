/* ---
description: Revenue, orders and average order by month
kind: table
key: [month]
expect:
  revenue_is_not_negative: { check: revenue >= 0, else: fail }
  not_all_given_back: { check: refunded < revenue, else: warn }
--- */
WITH months AS (
  SELECT
    sold_month AS month,
    count(DISTINCT sale_id) AS orders,
    count(DISTINCT client_id) AS clients,
    sum(quantity) AS units,
    CAST(sum(revenue) AS DECIMAL(18, 2)) AS revenue,
    CAST(sum(refunded_amount) AS DECIMAL(18, 2)) AS refunded,
    count(DISTINCT CASE WHEN revenue > 0 THEN sale_id END) AS revenue_orders
  FROM gold.fact_sales
  GROUP BY sold_month
)
SELECT
  month,
  orders,
  clients,
  units,
  revenue,
  refunded,
  CAST(revenue / nullif(revenue_orders, 0) AS DECIMAL(18, 2)) AS average_order,
  revenue - lag(revenue) OVER (ORDER BY month) AS change_to_previous_month
FROM months
