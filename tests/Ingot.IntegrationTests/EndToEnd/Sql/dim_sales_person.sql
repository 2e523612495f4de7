-- The figures of gold.dim_sales_person, by the server itself, from the tables of the shop.
SELECT
  p.id AS sales_person_id,
  CONCAT(TRIM(p.first_name), ' ', TRIM(p.last_name)) AS full_name,
  SHA2(LOWER(TRIM(p.email)), 256) AS email_hash,
  CAST(p.region AS CHAR) AS region,
  p.manager_id,
  (SELECT CONCAT(TRIM(m.first_name), ' ', TRIM(m.last_name)) FROM sales_people AS m WHERE m.id = p.manager_id) AS manager_name,
  p.hired_on,
  p.left_on,
  IF(p.active = 1, 'true', 'false') AS active,
  p.commission_rate
FROM sales_people AS p
ORDER BY p.id
