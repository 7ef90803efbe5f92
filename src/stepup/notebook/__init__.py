"""What can be done with the notebook, in the person's verbs."""
