"""Why an item was read so: the document is read again, and what the steps decided is told in plain words."""
