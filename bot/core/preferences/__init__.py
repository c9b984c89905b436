"""Settings, time zone and pause."""
