"""Measure data: Parquet read by DuckDB; the only folder that knows DuckDB."""
