"""Figures read from pictures: what sums and the picture put right together, and what it takes to prove one."""
