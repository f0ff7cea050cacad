-- One series as known on a day: per period the row of the newest release not after that day.
-- A release of unknown date is never "known on" a day; without a day it comes last.
WITH held AS (
    SELECT *
    FROM observations
    WHERE body_id = $body
      AND breakdown = $breakdown
      AND ($release = '' OR release_id = $release)
      AND (CAST($known_on AS DATE) IS NULL OR released_on <= CAST($known_on AS DATE))
),
ranked AS (
    SELECT
        held.*,
        row_number() OVER (
            PARTITION BY period_start
            ORDER BY released_on DESC NULLS LAST, release_id DESC
        ) AS place
    FROM held
)
SELECT {columns}
FROM ranked
WHERE place = 1
ORDER BY period_start
