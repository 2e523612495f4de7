/* ---
description: The staff that sells, with the name of the manager
kind: table
key: [sales_person_id]
--- */
SELECT
  p.id AS sales_person_id,
  concat_ws(' ', p.first_name, p.last_name) AS full_name,
  p.email_hash,
  p.region,
  p.manager_id,
  concat(m.first_name, ' ', m.last_name) AS manager_name,
  p.hired_on,
  p.left_on,
  p.active,
  p.commission_rate
FROM silver.sales_people AS p
LEFT JOIN silver.sales_people AS m ON m.id = p.manager_id
