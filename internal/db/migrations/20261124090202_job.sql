-- +goose Up
CREATE TABLE job_job (
  id {{id}},
  kind TEXT NOT NULL,
  args TEXT NOT NULL,
  unique_key TEXT,
  due {{int}} NOT NULL,
  running {{bool}} NOT NULL,
  again {{bool}} NOT NULL,
  claims {{int}} NOT NULL,
  attempts {{int}} NOT NULL,
  failure TEXT NOT NULL,
  died {{int}}
) {{strict}};

CREATE INDEX job_due ON job_job (due) WHERE died IS NULL;
CREATE INDEX job_died ON job_job (died, id) WHERE died IS NOT NULL;
CREATE UNIQUE INDEX job_unique ON job_job (kind, unique_key) WHERE died IS NULL;

CREATE TABLE job_period (
  kind TEXT PRIMARY KEY,
  next {{int}} NOT NULL
) {{strict}};
