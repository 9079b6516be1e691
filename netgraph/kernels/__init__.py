"""Loops over arrays: numbers in, numbers out; no names, no tables, no graph objects.

A kernel sees a network as compressed rows: the contacts of person ``i`` are
``indices[indptr[i]:indptr[i + 1]]``, in ascending order and without ``i``.
Each tie stands in two rows, once from either end. A place in ``indices`` is
called an entry: entry ``e`` of row ``i`` is the tie from ``i`` to
``indices[e]``.
"""
