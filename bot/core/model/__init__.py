"""The nouns: what the rest of the core is about."""
