"""A community: a question and a small step for the week, and what came of it, told of all and of nobody."""
