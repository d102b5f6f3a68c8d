"""From an approved revision to a public page: the gate, the one door (`publication`), what the database refuses
(`guards`), who is printed as standing behind it (`imprint`).

Import its modules by name. It imports `flags`, `models`, `permissions` and all of `evidence`.
"""
