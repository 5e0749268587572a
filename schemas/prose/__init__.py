"""What the prose of documents states, and which sentences say it."""
