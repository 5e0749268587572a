"""What is said of documents and data, and in which language: findings, refusals, and the output that they go to."""
