"""Commands of measures, charts and verdicts."""
