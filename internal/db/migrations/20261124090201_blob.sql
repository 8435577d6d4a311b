-- +goose Up
CREATE TABLE blob_object (
  hash TEXT PRIMARY KEY,
  size {{int}} NOT NULL
) {{strict}};

CREATE TABLE blob_chunk (
  hash TEXT NOT NULL REFERENCES blob_object (hash),
  n {{int}} NOT NULL,
  bytes {{blob}} NOT NULL,
  PRIMARY KEY (hash, n)
) {{strict}};
