"""LinkedIn's "Get a copy of your data": one file for each kind of member of the archive."""
