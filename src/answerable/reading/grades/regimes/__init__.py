"""Grades as single regimes give them: prisons, landlords, schools, judgments of progress."""
