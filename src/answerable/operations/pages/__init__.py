"""What each page shows, as plain values; read-only. One module per section of the site."""
