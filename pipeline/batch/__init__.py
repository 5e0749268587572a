"""Many files → documents, in processes that each may fail without taking the others along."""
