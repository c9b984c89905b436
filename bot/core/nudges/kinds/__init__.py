"""The kinds of nudge, one file each: `RULES` says when it comes, whether it still makes sense, and why."""
