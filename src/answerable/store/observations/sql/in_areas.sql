-- The bodies of which a measure is held by small area.
SELECT DISTINCT body_id
FROM observations
WHERE breakdown LIKE $areas
