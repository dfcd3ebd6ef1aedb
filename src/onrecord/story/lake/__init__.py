"""A lake read as a story: folders of Parquet files in the story file's tables, queried through DuckDB."""
