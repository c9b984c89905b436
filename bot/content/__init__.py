"""The catalogue read and checked; keys become words."""
