"""Documents read in processes that each may fail without taking the others along, and what they gave, kept."""
