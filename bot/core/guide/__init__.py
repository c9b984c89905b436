"""Help, and what is said outside of any flow."""
