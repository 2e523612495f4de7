-- The figures of gold.fact_sales, by the server itself, from the tables of the shop.
SELECT
  i.id AS sale_item_id,
  i.sale_id,
  s.client_id,
  i.product_id,
  IF(s.sales_person_id = 0, NULL, s.sales_person_id) AS sales_person_id,
  IF(EXISTS (SELECT 1 FROM sales_people AS e WHERE e.id = s.sales_person_id), 'true', 'false') AS sales_person_is_known,
  s.sold_at,
  DATE(s.sold_at) AS sold_on,
  DATE_FORMAT(s.sold_at, '%Y-%m-01') AS sold_month,
  CAST(s.status AS CHAR) AS status,
  CAST(s.channel AS CHAR) AS channel,
  CAST(s.payment_method AS CHAR) AS payment_method,
  LOWER(REGEXP_REPLACE(TRIM(p.category), ' +', ' ')) AS category,
  i.quantity,
  i.unit_price,
  i.discount,
  i.quantity * i.unit_price AS gross_amount,
  ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2) AS net_amount,
  i.quantity * p.cost AS cost_amount,
  IF(s.status IN ('paid', 'shipped', 'delivered'), ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0.00) AS revenue,
  IF(s.status = 'refunded', ROUND(i.quantity * i.unit_price * (100 - i.discount) / 100, 2), 0.00) AS refunded_amount
FROM sales_items AS i, sales AS s, products AS p
WHERE s.id = i.sale_id AND p.id = i.product_id AND i.quantity BETWEEN 1 AND 1000 AND i.discount BETWEEN 0 AND 100
ORDER BY i.id
