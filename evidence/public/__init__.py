"""What readers and machines get, read-only: pages, feeds, site map, the drawing of an edition, exports.

`urls` and `rendering` are what others import. It imports `library`, `models` and what lies beneath; it never writes.
"""
