"""LinkedIn, file by file."""
