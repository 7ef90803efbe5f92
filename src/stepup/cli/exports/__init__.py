"""One module for each family of formats that `stepup export` writes."""
