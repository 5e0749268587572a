"""Many documents → one dataset."""
