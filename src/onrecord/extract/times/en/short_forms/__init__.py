"""Times in the short forms of logs, mail and timetables."""
