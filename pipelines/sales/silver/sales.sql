/* ---
description: Orders; nobody sold what the web shop sold, and an order counts as revenue once it is paid and not given back
kind: current
key: [id]
expect:
  sold_in_the_life_of_the_shop: { check: sold_on >= DATE'2022-01-01', else: fail }
  has_a_sales_person: { check: sales_person_id IS NOT NULL OR channel = 'web', else: warn }
  shipped_after_sold: { check: shipped_on IS NULL OR shipped_on >= sold_on, else: warn }
  refund_has_a_time: { check: status <> 'refunded' OR refunded_at IS NOT NULL, else: warn }
  has_a_client: { not_null: client_id, else: fail }
  client_is_known: { references: silver.clients, columns: client_id }
  sales_person_is_known: { references: silver.sales_people, columns: sales_person_id }
--- */
SELECT
  id,
  client_id,
  nullif(sales_person_id, 0) AS sales_person_id,
  status,
  status IN ('paid', 'shipped', 'delivered') AS is_revenue,
  channel,
  payment_method,
  sold_at,
  CAST(sold_at AS DATE) AS sold_on,
  CAST(date_trunc('MONTH', sold_at) AS DATE) AS sold_month,
  shipped_on,
  datediff(shipped_on, CAST(sold_at AS DATE)) AS days_to_ship,
  refunded_at,
  shipping_fee,
  nullif(upper(trim(coupon)), '') AS coupon,
  created_at,
  updated_at
FROM bronze.sales
