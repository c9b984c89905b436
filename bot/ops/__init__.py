"""What those who run the bot need beside it: moving, backups, and a look at what is wrong."""
