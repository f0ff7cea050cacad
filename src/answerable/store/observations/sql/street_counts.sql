-- Rows by body, month and type of a street-level file kept as Parquet.
SELECT force_slug, month, crime_type, count(*) AS n
FROM observations
GROUP BY force_slug, month, crime_type
ORDER BY force_slug, month, crime_type
