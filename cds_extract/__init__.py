"""Every figure of a Vietnamese news report, as a checked record that points back to its characters."""
