class LookUpFailed(Exception):
    """A service could not be asked or gave no usable answer: the sentence says which and why."""


class NotFound(LookUpFailed):
    """The service answered that it knows no such work."""
