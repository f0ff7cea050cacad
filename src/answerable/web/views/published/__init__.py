"""What is taken away: data, feeds, packs, the index of the site."""
