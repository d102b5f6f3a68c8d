class InvalidIdentifier(ValueError):
    """Text that is no identifier of the kind asked for; its message says what is wrong with it."""
