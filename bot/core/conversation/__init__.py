"""The engine of conversations. It knows no flow by name."""
