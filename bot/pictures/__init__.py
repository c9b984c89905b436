"""Charts become pictures when a message is sent: chart → SVG → PNG."""
