/* ---
description: Clients for analysis, with their main address and without personal contact data
kind: table
key: [client_id]
expect:
  email_is_used_once: { check: clients_with_this_email <= 1, else: warn }
  has_an_address: { check: country_code IS NOT NULL, else: warn }
--- */
WITH main_address AS (
  SELECT client_id, postal_code, city, country_code, market
  FROM (
    SELECT
      client_id, postal_code, city, country_code, market,
      row_number() OVER (PARTITION BY client_id ORDER BY is_default DESC, id) AS choice
    FROM silver.client_addresses
  ) AS ranked
  WHERE choice = 1
)
SELECT
  c.id AS client_id,
  concat(c.first_name, ' ', c.last_name) AS full_name,
  c.company,
  c.segment,
  c.email_hash,
  c.phone_hash,
  count(c.email_hash) OVER (PARTITION BY c.email_hash) AS clients_with_this_email,
  c.birth_decade,
  c.language,
  c.wants_newsletter,
  a.postal_code,
  a.city,
  a.country_code,
  a.market,
  CAST(c.created_at AS DATE) AS client_since
FROM silver.clients AS c
LEFT JOIN main_address AS a ON a.client_id = c.id
