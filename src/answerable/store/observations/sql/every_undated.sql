-- Periods of each body as a whole that only releases of unknown date state.
SELECT body_id, count(*)
FROM (
    SELECT body_id, period_start
    FROM observations
    WHERE breakdown = ''
    GROUP BY body_id, period_start
    HAVING count(released_on) = 0
) AS without_date
GROUP BY body_id
