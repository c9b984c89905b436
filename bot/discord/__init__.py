"""Discord: a thin adapter on discord.py. It knows the platform; the core knows the coach."""
