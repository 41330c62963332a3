"""Aid and development finance: OECD, AidData."""
