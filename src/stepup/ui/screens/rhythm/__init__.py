"""Rhythm: the sleep picture, days and weeks, mood and energy."""
