"""What we say and on what grounds: texts, works, rows, and the pages that readers get. Knows nothing of reviews."""
