"""The domain: pure functions over frozen data. Standard library only; no clock, no I/O, no platform, no
word of any language."""
