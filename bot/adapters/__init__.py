"""The platforms."""
