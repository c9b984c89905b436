"""Local days, quiet hours and time zones."""
