"""What the invented person writes, marked for the catalogue; no text is made anywhere else."""
