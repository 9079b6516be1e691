"""The loops themselves, compiled by numba.

Importing a file of this folder imports numba, which takes a while; only the
functions of `netgraph.kernels` do so, when they are called. Arrays come in as
they are documented there, checked and read-only.
"""
