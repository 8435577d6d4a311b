-- +goose Up
CREATE TABLE trail_pending (
  id {{id}},
  leaf {{blob}} NOT NULL
) {{strict}};

CREATE TABLE trail_entry (
  n {{int}} PRIMARY KEY,
  leaf {{blob}} NOT NULL
) {{strict}};

CREATE TABLE trail_hash (
  n {{int}} PRIMARY KEY,
  hash {{blob}} NOT NULL
) {{strict}};

CREATE TABLE trail_head (
  one {{int}} PRIMARY KEY CHECK (one = 1),
  size {{int}} NOT NULL,
  root {{blob}} NOT NULL
) {{strict}};

CREATE TABLE trail_secret (
  hash {{blob}} PRIMARY KEY,
  salt {{blob}} NOT NULL,
  value TEXT NOT NULL
) {{strict}};
