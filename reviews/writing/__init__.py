"""The writing desk: the article as it will read, edited in place, what is to be mended beside its words.

`urls` is what others import; it imports `flags`, `models`, `permissions` and all of `evidence`.
"""
