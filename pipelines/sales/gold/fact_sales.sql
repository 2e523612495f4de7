/* ---
description: One row a line of an order, with the order's facts, cost, revenue and refunds
kind: table
key: [sale_item_id]
expect:
  sales_person_exists: { check: sales_person_id IS NULL OR sales_person_is_known, else: warn }
  sold_above_cost: { check: net_amount >= cost_amount, else: warn }
  revenue_is_not_negative: { check: revenue >= 0, else: fail }
--- */
SELECT
  i.id AS sale_item_id,
  i.sale_id,
  s.client_id,
  i.product_id,
  s.sales_person_id,
  e.id IS NOT NULL AS sales_person_is_known,
  s.sold_at,
  s.sold_on,
  s.sold_month,
  s.status,
  s.channel,
  s.payment_method,
  p.category,
  i.quantity,
  i.unit_price,
  i.discount,
  i.gross_amount,
  i.net_amount,
  CAST(i.quantity * p.cost AS DECIMAL(18, 2)) AS cost_amount,
  CASE WHEN s.is_revenue THEN i.net_amount ELSE CAST(0 AS DECIMAL(18, 2)) END AS revenue,
  CASE WHEN s.status = 'refunded' THEN i.net_amount ELSE CAST(0 AS DECIMAL(18, 2)) END AS refunded_amount
FROM silver.sales_items AS i
JOIN silver.sales AS s ON s.id = i.sale_id
JOIN silver.products AS p ON p.id = i.product_id
LEFT JOIN silver.sales_people AS e ON e.id = s.sales_person_id
