-- What a measure counts of a body by small area and period, each as its newest release states it.
WITH ranked AS (
    SELECT
        breakdown, period_start, value,
        row_number() OVER (
            PARTITION BY breakdown, period_start
            ORDER BY released_on DESC NULLS LAST, release_id DESC
        ) AS place
    FROM observations
    WHERE body_id = $body
      AND breakdown LIKE $areas
)
SELECT period_start, breakdown, value
FROM ranked
WHERE place = 1
  AND value IS NOT NULL
ORDER BY period_start, breakdown
