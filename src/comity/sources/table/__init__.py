"""Any table of CSV or Parquet, with a mapping of the user's that says what its columns are."""
