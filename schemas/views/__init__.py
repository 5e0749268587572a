"""What is asked of a dataset and what is said of it: views, explanations, and what ids are called in Chinese."""
