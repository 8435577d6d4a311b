-- +goose Up
CREATE TABLE submission_copy (
  id TEXT PRIMARY KEY,
  from_org TEXT NOT NULL,
  to_org TEXT NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  size {{int}} NOT NULL,
  hash TEXT NOT NULL,
  voluntary {{bool}} NOT NULL,
  retain TEXT NOT NULL,
  subject TEXT NOT NULL,
  previous TEXT NOT NULL,
  replaced TEXT NOT NULL,
  state TEXT NOT NULL,
  version {{int}} NOT NULL,
  sent {{int}} NOT NULL,
  changed {{int}} NOT NULL
) {{strict}};
CREATE INDEX submission_copy_from ON submission_copy (from_org, sent);
CREATE INDEX submission_copy_to ON submission_copy (to_org, sent);
CREATE INDEX submission_copy_kind ON submission_copy (kind, state);
CREATE INDEX submission_copy_subject ON submission_copy (from_org, subject);

-- Apart, so that lists and steps do not carry it along.
CREATE TABLE submission_payload (
  copy TEXT PRIMARY KEY REFERENCES submission_copy (id),
  payload {{blob}} NOT NULL
) {{strict}};

CREATE TABLE submission_step (
  copy TEXT NOT NULL REFERENCES submission_copy (id),
  version {{int}} NOT NULL,
  state TEXT NOT NULL,
  at {{int}} NOT NULL,
  person TEXT NOT NULL,
  org TEXT NOT NULL,
  comment TEXT NOT NULL,
  PRIMARY KEY (copy, version)
) {{strict}};
