"""Share: choosing, the preview, and what was handed over."""
