"""Who issues a recommendation: whose paper it is, what its title and its words say."""
