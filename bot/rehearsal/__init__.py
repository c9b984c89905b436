"""Rehearsals: a made-up person lives weeks with the real service and delivery, on a clock that moves.

Nothing here knows a platform. `personas` reads the people, `life` lets one of them live, `figures` counts.
"""
