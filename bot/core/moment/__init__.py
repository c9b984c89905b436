"""The moment of the itch: two minutes, something real instead, and three questions before a post."""
