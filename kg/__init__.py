"""Knowledge graph of Vietnamese provinces' industry and trade, from prose to SPARQL."""
