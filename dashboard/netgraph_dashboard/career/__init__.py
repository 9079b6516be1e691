"""The views of the page Career, a file each: found by themselves, in the order that they name."""
