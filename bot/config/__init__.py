"""Settings, clock, logging."""
