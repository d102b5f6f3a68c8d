"""What happens to sources, told to readers, editors and reviewers: recorded, asked of services, merged.

Import its modules by name. It imports `publishing` and what lies beneath.
"""
