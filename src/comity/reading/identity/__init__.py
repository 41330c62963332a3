"""The ways in which words point back: names, titles, epithets, pairs and pronouns; `corefer` asks them in turn."""
