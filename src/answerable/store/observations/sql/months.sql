-- The periods that are held of each body as a whole, with a value or without.
SELECT DISTINCT body_id, period_start
FROM observations
WHERE breakdown = ''
ORDER BY body_id, period_start
