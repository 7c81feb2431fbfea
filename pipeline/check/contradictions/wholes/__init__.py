"""Parts, shares and totals."""
