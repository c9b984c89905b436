"""Messages that the coach sends unasked: when, and how many."""
