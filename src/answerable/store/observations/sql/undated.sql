-- Periods of a series that only releases of unknown date state.
SELECT count(*)
FROM (
    SELECT period_start
    FROM observations
    WHERE body_id = $body
      AND breakdown = $breakdown
      AND ($release = '' OR release_id = $release)
    GROUP BY period_start
    HAVING count(released_on) = 0
) AS without_date
