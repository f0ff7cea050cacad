-- Every series of whole bodies as known on a day: what series.sql finds for one body at a time.
WITH held AS (
    SELECT *
    FROM observations
    WHERE breakdown = ''
      AND (CAST($known_on AS DATE) IS NULL OR released_on <= CAST($known_on AS DATE))
),
ranked AS (
    SELECT
        held.*,
        row_number() OVER (
            PARTITION BY body_id, period_start
            ORDER BY released_on DESC NULLS LAST, release_id DESC
        ) AS place
    FROM held
)
SELECT {columns}
FROM ranked
WHERE place = 1
ORDER BY body_id, period_start
