/* ---
description: Revenue, margin and share of revenue by product category
kind: table
key: [category]
expect:
  revenue_is_not_negative: { check: revenue >= 0, else: fail }
  earns_money: { check: margin > 0, else: warn }
--- */
WITH categories AS (
  SELECT
    category,
    count(DISTINCT product_id) AS products,
    count(DISTINCT sale_id) AS orders,
    sum(quantity) AS units,
    CAST(sum(revenue) AS DECIMAL(18, 2)) AS revenue,
    CAST(sum(CASE WHEN revenue > 0 THEN revenue - cost_amount ELSE 0 END) AS DECIMAL(18, 2)) AS margin,
    CAST(sum(refunded_amount) AS DECIMAL(18, 2)) AS refunded
  FROM gold.fact_sales
  GROUP BY category
)
SELECT
  category,
  products,
  orders,
  units,
  revenue,
  margin,
  refunded,
  CAST(revenue * 100 / nullif(sum(revenue) OVER (), 0) AS DECIMAL(9, 4)) AS revenue_share_percent
FROM categories
