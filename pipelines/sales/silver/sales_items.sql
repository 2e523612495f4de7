/* ---
description: The lines of the orders with their amounts; lines with an impossible quantity or discount are left out
kind: current
key: [id]
expect:
  quantity_is_possible: { check: quantity BETWEEN 1 AND 1000, else: drop }
  discount_is_a_percentage: { check: discount BETWEEN 0 AND 100, else: drop }
  unit_price_is_not_negative: { check: unit_price >= 0, else: fail }
  has_sale_and_product: { not_null: [sale_id, product_id], else: fail }
  sale_is_known: { references: silver.sales, columns: sale_id }
  product_is_known: { references: silver.products, columns: product_id }
--- */
SELECT
  id,
  sale_id,
  product_id,
  quantity,
  unit_price,
  discount,
  CAST(quantity * unit_price AS DECIMAL(18, 2)) AS gross_amount,
  CAST(quantity * unit_price * (100 - discount) / 100 AS DECIMAL(18, 2)) AS net_amount,
  created_at,
  updated_at
FROM bronze.sales_items
