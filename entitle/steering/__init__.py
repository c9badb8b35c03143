"""What a person wants, and whether they are in danger, from their own words."""
