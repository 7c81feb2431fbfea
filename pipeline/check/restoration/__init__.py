"""What must have stood there: whether the page was spun, through which table, and each value it touched."""
