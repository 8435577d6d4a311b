-- +goose Up
CREATE TABLE measure_seen (
  person TEXT NOT NULL REFERENCES access_person (id),
  viewer TEXT NOT NULL REFERENCES access_org (id),
  org TEXT NOT NULL REFERENCES access_org (id),
  sector TEXT NOT NULL,
  at {{int}} NOT NULL,
  clauses {{json}} NOT NULL,
  PRIMARY KEY (person, viewer, org, sector)
) {{strict}};
