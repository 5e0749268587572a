"""The documents of one dataset against each other: what one repeats, sums up or prints again of another.

A kind of comparison is a module with one function, documents → links; `links.py` puts them one after the other. None of
them touches a document: each is also read alone.
"""
