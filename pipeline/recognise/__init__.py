"""What each table of a document is: by its words, and where these do not tell, by what its sums allow."""
