"""The JSON interface, version 1: read-only, at any dates, described by OpenAPI 3.1."""
