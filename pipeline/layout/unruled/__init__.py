"""Tables between whose columns no lines are drawn."""
