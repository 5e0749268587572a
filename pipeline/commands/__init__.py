"""The commands, a module for each; what a command needs is imported when it runs."""
