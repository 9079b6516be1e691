"""The views of the page Care, a file each: found by themselves, in the order that they name."""
