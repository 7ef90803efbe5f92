"""People: who and what one leans on, talks, the visit sheet, needs, appointments, answers."""
