-- The XmR rules (EVIDENCE section 5) on a table `points` with the columns
--   series INTEGER, day INTEGER, value DOUBLE or null, fix_after INTEGER (0: all), screen BOOLEAN
-- one series per rebase group, `day` orders its rows (text and DATE do as well). Portable: window functions with ROWS frames,
-- CASE and CTEs only. Codes: 1 outside, 2 trend, 3 two in three, 4 run; the sign is up or down.
WITH moved AS (
    SELECT
        series, day, value, screen,
        row_number() OVER one AS i,
        value - lag(value) OVER one AS step,
        CASE WHEN fix_after = 0 OR row_number() OVER one <= fix_after THEN 1 ELSE 0 END AS fixed
    FROM points
    WINDOW one AS (PARTITION BY series ORDER BY day)
),
centred AS (
    SELECT
        series, day, value, screen, i, step,
        CASE WHEN fixed = 1 THEN abs(step) END AS mr,
        avg(CASE WHEN fixed = 1 THEN value END) OVER whole AS average,
        min(CASE WHEN fixed = 1 THEN value END) OVER whole AS least,
        max(CASE WHEN fixed = 1 THEN value END) OVER whole AS most,
        avg(CASE WHEN fixed = 1 THEN abs(step) END) OVER whole AS amr0
    FROM moved
    WINDOW whole AS (PARTITION BY series)
),
screened AS (
    SELECT
        series, day, value, i, step, amr0,
        CASE WHEN least = most THEN most ELSE average END AS mean,
        CASE
            WHEN amr0 = 0 THEN 0
            ELSE avg(
                CASE WHEN NOT screen OR mr < CAST(3.267 AS DOUBLE) * amr0 THEN mr END
            ) OVER (PARTITION BY series)
        END AS amr
    FROM centred
),
sided AS (
    SELECT
        series, day, value, i, mean, amr,
        CASE WHEN amr0 = 0 THEN 1 ELSE 0 END AS still,
        CASE WHEN step > 0 THEN 1 WHEN step < 0 THEN -1 ELSE 0 END AS way,
        CASE WHEN value > mean THEN 1 WHEN value < mean THEN -1 ELSE 0 END AS side,
        CASE
            WHEN value > mean + CAST(2.66 AS DOUBLE) * amr THEN 1
            WHEN value < mean - CAST(2.66 AS DOUBLE) * amr THEN -1
            ELSE 0
        END AS beyond,
        CASE
            WHEN value > mean + CAST(5.32 AS DOUBLE) / 3 * amr
                OR value < mean - CAST(5.32 AS DOUBLE) / 3 * amr THEN 1
            ELSE 0
        END AS close
    FROM screened
),
counted AS (
    SELECT
        series, day, value, i, mean, amr, still, way, side, beyond,
        CASE WHEN close = 1 AND beyond = 0 THEN 1 ELSE 0 END AS near,
        abs(sum(side) OVER (PARTITION BY series ORDER BY day ROWS 6 PRECEDING)) AS seven,
        abs(sum(side) OVER (PARTITION BY series ORDER BY day ROWS 2 PRECEDING)) AS three,
        sum(CASE WHEN close = 1 AND beyond = 0 THEN 1 ELSE 0 END)
            OVER (PARTITION BY series ORDER BY day ROWS 2 PRECEDING) AS nears,
        abs(sum(way) OVER (PARTITION BY series ORDER BY day ROWS 5 PRECEDING)) AS six,
        lead(way) OVER (PARTITION BY series ORDER BY day) AS out
    FROM sided
),
held AS (
    SELECT
        series, day, value, i, mean, amr, still, way, side, beyond, near, out,
        max(CASE WHEN seven = 7 THEN 1 ELSE 0 END)
            OVER (PARTITION BY series ORDER BY day ROWS BETWEEN CURRENT ROW AND 6 FOLLOWING)
            AS in_run,
        max(CASE WHEN three = 3 AND nears >= 2 THEN 1 ELSE 0 END)
            OVER (PARTITION BY series ORDER BY day ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING)
            AS in_three,
        max(CASE WHEN six = 6 THEN 1 ELSE 0 END)
            OVER (PARTITION BY series ORDER BY day ROWS BETWEEN CURRENT ROW AND 6 FOLLOWING)
            AS in_trend
    FROM counted
),
followed AS (
    SELECT
        held.*,
        lead(in_trend) OVER (PARTITION BY series ORDER BY day) AS next_in_trend
    FROM held
)
SELECT
    series, day, value, mean, amr, still,
    CASE
        WHEN still = 1 OR value IS NULL THEN 0
        WHEN beyond <> 0 THEN beyond
        WHEN in_trend = 1 THEN
            2 * CASE WHEN (next_in_trend = 1 AND out <> 0) OR way = 0 THEN out ELSE way END
        WHEN in_three = 1 AND near = 1 THEN 3 * side
        WHEN in_run = 1 THEN 4 * side
        ELSE 0
    END AS code
FROM followed
