"""What the words of Chinese public budgets mean: those of headers, of titles, and how they refine each other."""
