/* ---
description: Clients, names and contact data cleaned; email and phone are personal data, their hashes are not
kind: current
key: [id]
expect:
  has_a_name: { check: first_name <> '' AND last_name <> '', else: fail }
  has_an_email: { check: email IS NOT NULL, else: warn }
  email_looks_valid: { check: "email IS NULL OR email LIKE '%_@_%._%'", else: warn }
  has_a_phone: { check: phone IS NOT NULL, else: warn }
  birth_date_is_plausible: { check: birth_date IS NULL OR birth_date >= DATE'1910-01-01', else: warn }
--- */
SELECT
  id,
  CASE
    WHEN first_name = upper(first_name) OR first_name = lower(first_name)
      THEN concat(upper(substring(trim(first_name), 1, 1)), lower(substring(regexp_replace(trim(first_name), ' +', ' '), 2)))
    ELSE regexp_replace(trim(first_name), ' +', ' ')
  END AS first_name,
  CASE
    WHEN last_name = upper(last_name) OR last_name = lower(last_name)
      THEN concat(upper(substring(trim(last_name), 1, 1)), lower(substring(regexp_replace(trim(last_name), ' +', ' '), 2)))
    ELSE regexp_replace(trim(last_name), ' +', ' ')
  END AS last_name,
  nullif(trim(company), '') AS company,
  nullif(lower(trim(email)), '') AS email,
  sha2(nullif(lower(trim(email)), ''), 256) AS email_hash,
  nullif(regexp_replace(regexp_replace(phone, '[^0-9+]', ''), '^00', '+'), '') AS phone,
  sha2(nullif(regexp_replace(regexp_replace(phone, '[^0-9+]', ''), '^00', '+'), ''), 256) AS phone_hash,
  nullif(birth_date, DATE'1900-01-01') AS birth_date,
  CAST(year(nullif(birth_date, DATE'1900-01-01')) DIV 10 * 10 AS INT) AS birth_decade,
  segment,
  newsletter = 1 AS wants_newsletter,
  coalesce(get_json_object(preferences, '$.language'), 'en') AS language,
  nullif(trim(notes), '') AS notes,
  created_at,
  updated_at
FROM bronze.clients
