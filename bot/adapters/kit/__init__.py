"""Building blocks that the adapters share; nothing here knows a platform."""
