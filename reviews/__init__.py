"""Whether we may say it yet: checks, rounds, approvals, and the one door to the public. Stands on `evidence`."""
