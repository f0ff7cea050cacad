"""Causes of concern, recommendations, areas for improvement and other duties."""
