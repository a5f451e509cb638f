"""The recognisers: what finds facts, names and the language of a text. `recognisers` brings them together."""
