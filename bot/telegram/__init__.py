"""Telegram: a thin adapter on python-telegram-bot. It knows the platform; the core knows the coach."""
