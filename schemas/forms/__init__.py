"""What the labels and values of performance-target forms mean."""
