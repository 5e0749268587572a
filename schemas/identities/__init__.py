"""Which identities hold between tables and between documents."""
