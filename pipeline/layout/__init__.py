"""Pages → ruled grids → logical tables: title, unit, header tree, continuation pages joined."""
