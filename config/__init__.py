"""Settings, addresses and wiring of the project: the only room that imports both apps and is imported by none."""
