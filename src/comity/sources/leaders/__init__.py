"""Leaders of states and holders of offices: Archigos, its scores, and lists of one's own."""
