"""Performance-target forms: grids → forms → lines, checked against each other and against the prose."""
