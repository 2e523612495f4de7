-- The figures of gold.dim_client, by the server itself, from the tables of the shop.
SELECT
  c.id AS client_id,
  CONCAT(
    CASE WHEN CAST(c.first_name AS BINARY) IN (CAST(UPPER(c.first_name) AS BINARY), CAST(LOWER(c.first_name) AS BINARY))
      THEN CONCAT(UPPER(LEFT(TRIM(c.first_name), 1)), LOWER(SUBSTR(REGEXP_REPLACE(TRIM(c.first_name), ' +', ' '), 2)))
      ELSE REGEXP_REPLACE(TRIM(c.first_name), ' +', ' ') END,
    ' ',
    CASE WHEN CAST(c.last_name AS BINARY) IN (CAST(UPPER(c.last_name) AS BINARY), CAST(LOWER(c.last_name) AS BINARY))
      THEN CONCAT(UPPER(LEFT(TRIM(c.last_name), 1)), LOWER(SUBSTR(REGEXP_REPLACE(TRIM(c.last_name), ' +', ' '), 2)))
      ELSE REGEXP_REPLACE(TRIM(c.last_name), ' +', ' ') END) AS full_name,
  NULLIF(TRIM(c.company), '') AS company,
  CAST(c.segment AS CHAR) AS segment,
  SHA2(NULLIF(LOWER(TRIM(c.email)), ''), 256) AS email_hash,
  SHA2(NULLIF(REGEXP_REPLACE(REGEXP_REPLACE(c.phone, '[^0-9+]', ''), '^00', '+'), ''), 256) AS phone_hash,
  COALESCE(e.clients, 0) AS clients_with_this_email,
  IF(c.birth_date = '1900-01-01', NULL, YEAR(c.birth_date) - YEAR(c.birth_date) % 10) AS birth_decade,
  COALESCE(JSON_UNQUOTE(JSON_EXTRACT(c.preferences, '$.language')), 'en') AS language,
  IF(c.newsletter = 1, 'true', 'false') AS wants_newsletter,
  UPPER(TRIM(a.postal_code)) AS postal_code,
  REGEXP_REPLACE(TRIM(a.city), ' +', ' ') AS city,
  UPPER(a.country) AS country_code,
  CASE
    WHEN a.id IS NULL THEN NULL
    WHEN UPPER(a.country) IN ('DE', 'AT', 'CH') THEN 'DACH'
    WHEN UPPER(a.country) IN ('FR', 'BE', 'NL') THEN 'West'
    WHEN UPPER(a.country) IN ('ES', 'IT', 'PT') THEN 'South'
    WHEN UPPER(a.country) IN ('SE', 'DK', 'NO', 'FI') THEN 'Nordics'
    WHEN UPPER(a.country) IN ('PL', 'CZ') THEN 'East'
    WHEN UPPER(a.country) IN ('GB', 'IE') THEN 'Isles'
    WHEN UPPER(a.country) = 'US' THEN 'America'
    ELSE 'other' END AS market,
  DATE(c.created_at) AS client_since
FROM clients AS c
LEFT JOIN client_addresses AS a ON a.id = (
  SELECT b.id FROM client_addresses AS b WHERE b.client_id = c.id ORDER BY b.is_default DESC, b.id LIMIT 1)
LEFT JOIN (
  SELECT CAST(LOWER(TRIM(email)) AS BINARY) AS email, COUNT(*) AS clients FROM clients WHERE TRIM(email) <> '' GROUP BY CAST(LOWER(TRIM(email)) AS BINARY)) AS e
  ON e.email = CAST(LOWER(TRIM(c.email)) AS BINARY)
ORDER BY c.id
