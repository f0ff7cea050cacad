-- All rows of the files given, as they were loaded.
SELECT {columns}
FROM observations
