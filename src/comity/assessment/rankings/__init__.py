"""Where each partner of one state stands by one value: each module gives a `Ranking` of all of them."""
