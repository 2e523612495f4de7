/* ---
description: The staff that sells; email and phone are personal data, their hashes are not
kind: current
key: [id]
expect:
  commission_is_a_share: { check: commission_rate BETWEEN 0 AND 1, else: fail }
  left_after_hired: { check: left_on IS NULL OR left_on >= hired_on, else: warn }
  active_has_not_left: { check: NOT (active AND left_on IS NOT NULL), else: warn }
  manager_is_known: { references: bronze.sales_people, columns: manager_id, to: id }
--- */
SELECT
  id,
  trim(first_name) AS first_name,
  trim(last_name) AS last_name,
  lower(trim(email)) AS email,
  sha2(lower(trim(email)), 256) AS email_hash,
  nullif(regexp_replace(regexp_replace(phone, '[^0-9+]', ''), '^00', '+'), '') AS phone,
  sha2(nullif(regexp_replace(regexp_replace(phone, '[^0-9+]', ''), '^00', '+'), ''), 256) AS phone_hash,
  region,
  manager_id,
  hired_on,
  left_on,
  commission_rate,
  active = 1 AS active,
  created_at,
  updated_at
FROM bronze.sales_people
