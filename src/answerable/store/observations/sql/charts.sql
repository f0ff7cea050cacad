-- The points of every chart of one measure, for `xmr.sql`, which follows: per period the newest
-- release, without what a check stopped. A chart begins anew where a restart was passed (a change
-- of recording, a recorded rebase) and after more than six months without a figure.
WITH stopped AS ({stopped}),
restarts AS ({restarts}),
ranked AS (
    SELECT
        body_id, breakdown, period_start, value,
        row_number() OVER (
            PARTITION BY body_id, breakdown, period_start
            ORDER BY released_on DESC NULLS LAST, release_id DESC
        ) AS place
    FROM observations
    WHERE CAST($known_on AS DATE) IS NULL OR released_on <= CAST($known_on AS DATE)
),
checked AS (
    SELECT
        ranked.body_id, ranked.breakdown, ranked.period_start,
        CASE WHEN stopped.body_id IS NULL THEN ranked.value END AS value
    FROM ranked
    LEFT JOIN stopped
        ON stopped.body_id = ranked.body_id AND stopped.period_start = ranked.period_start
    WHERE ranked.place = 1
),
passed AS (
    SELECT
        checked.body_id, checked.breakdown, checked.period_start, checked.value,
        count(restarts.begins) AS restarted
    FROM checked
    LEFT JOIN restarts
        ON (restarts.body_id = checked.body_id OR restarts.body_id = '*')
        AND restarts.begins <= checked.period_start
    GROUP BY checked.body_id, checked.breakdown, checked.period_start, checked.value
),
followed_by AS (
    SELECT
        body_id, breakdown, period_start, value, restarted,
        max(CASE WHEN value IS NOT NULL THEN period_start END) OVER earlier AS previous,
        max(CASE WHEN value IS NOT NULL THEN restarted END) OVER earlier AS restarted_before
    FROM passed
    WINDOW earlier AS (
        PARTITION BY body_id, breakdown ORDER BY period_start
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
),
begun AS (
    SELECT
        body_id, breakdown, period_start, value,
        CASE
            WHEN value IS NULL OR previous IS NULL THEN 0
            WHEN restarted > restarted_before THEN 1
            WHEN 12 * (extract(YEAR FROM period_start) - extract(YEAR FROM previous))
                + extract(MONTH FROM period_start) - extract(MONTH FROM previous) > 6 THEN 1
            ELSE 0
        END AS begins
    FROM followed_by
    WHERE value IS NOT NULL OR previous IS NOT NULL
),
grouped AS (
    SELECT
        body_id, breakdown, period_start, value,
        sum(begins) OVER (
            PARTITION BY body_id, breakdown ORDER BY period_start ROWS UNBOUNDED PRECEDING
        ) AS stretch
    FROM begun
),
points AS (
    SELECT
        concat(body_id, '|', breakdown, '|', stretch) AS series,
        period_start AS day, value, 0 AS fix_after, TRUE AS screen
    FROM grouped
)
