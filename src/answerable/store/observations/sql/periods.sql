-- The periods of which any body has a value.
SELECT DISTINCT period_start
FROM observations
WHERE value IS NOT NULL
ORDER BY period_start
