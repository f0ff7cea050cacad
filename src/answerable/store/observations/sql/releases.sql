-- The releases held of a measure, newest first; those of unknown date last.
SELECT DISTINCT release_id, released_on
FROM observations
ORDER BY released_on DESC NULLS LAST, release_id DESC
