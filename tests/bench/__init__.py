"""What it costs, measured beside the bare libraries on the same local server in the same run: `make
bench`."""
