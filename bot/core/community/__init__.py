"""A community's weeks, posts, challenge and quotes."""
