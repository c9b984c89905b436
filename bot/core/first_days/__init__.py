"""The first days with the coach."""
