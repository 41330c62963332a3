"""GDELT event and mention files."""
