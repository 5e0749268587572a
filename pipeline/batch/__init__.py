"""One run of the main job: what is new, what the dataset holds already, and what is shown meanwhile."""
