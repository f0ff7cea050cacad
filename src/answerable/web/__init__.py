"""The site and the HTTP API."""
