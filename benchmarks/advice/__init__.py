"""Are the suggestions right? Routes, brokers and gaps against what was hidden from them.

`python benchmarks/advice` prints all of it; the page is `benchmarks/ADVICE.md`.
"""
