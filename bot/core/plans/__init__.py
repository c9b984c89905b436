"""Plans: the catalogue's and a person's own."""
