"""The netgraph dashboard: a private view of your network in your own browser.

It reads `import netgraph` alone, serves everything from this machine, and asks no
other host for anything.
"""
