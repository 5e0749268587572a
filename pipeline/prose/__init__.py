"""Lines of prose → sentences → statements → what the tables and the other statements say of each."""
