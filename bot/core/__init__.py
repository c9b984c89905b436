"""Scrollwise: a chat bot that coaches responsible social-media habits."""
