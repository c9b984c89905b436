"""The numbers of plans: which plan applies on which day, and when a step may change."""
