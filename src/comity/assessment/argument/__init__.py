"""What a text argues: what its counsel rests on, whom it favours, what the record holds on either side."""
