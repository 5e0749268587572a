"""Whose document it is and of when: what pages, the file's name, its folder and a list beside it say."""
