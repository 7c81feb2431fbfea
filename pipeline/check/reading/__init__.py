"""What the checks look at: figures with what rounding leaves open, their times, names and words of change."""
