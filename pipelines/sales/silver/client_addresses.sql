/* ---
description: Addresses of clients, country codes in upper case, with the market that the country belongs to
kind: current
key: [id]
expect:
  country_is_two_letters: { check: "country_code RLIKE '^[A-Z]{2}$'", else: fail }
  market_is_known: { check: market <> 'other', else: warn }
  has_a_client: { not_null: client_id, else: fail }
  client_is_known: { references: silver.clients, columns: client_id }
--- */
SELECT
  id,
  client_id,
  kind,
  regexp_replace(trim(street), ' +', ' ') AS street,
  upper(trim(postal_code)) AS postal_code,
  regexp_replace(trim(city), ' +', ' ') AS city,
  nullif(trim(region), '') AS region,
  upper(country) AS country_code,
  CASE
    WHEN upper(country) IN ('DE', 'AT', 'CH') THEN 'DACH'
    WHEN upper(country) IN ('FR', 'BE', 'NL') THEN 'West'
    WHEN upper(country) IN ('ES', 'IT', 'PT') THEN 'South'
    WHEN upper(country) IN ('SE', 'DK', 'NO', 'FI') THEN 'Nordics'
    WHEN upper(country) IN ('PL', 'CZ') THEN 'East'
    WHEN upper(country) IN ('GB', 'IE') THEN 'Isles'
    WHEN upper(country) = 'US' THEN 'America'
    ELSE 'other'
  END AS market,
  is_default = 1 AS is_default,
  created_at,
  updated_at
FROM bronze.client_addresses
