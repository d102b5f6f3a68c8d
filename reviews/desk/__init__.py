"""The reviewers' and publishers' pages. `urls` is what others import; it imports any room of `reviews` but `admin`."""
