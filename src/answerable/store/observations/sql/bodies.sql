-- The bodies that have a value of this measure.
SELECT DISTINCT body_id
FROM observations
WHERE value IS NOT NULL
ORDER BY body_id
