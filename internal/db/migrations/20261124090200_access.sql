-- +goose Up
CREATE TABLE access_org (
  id TEXT PRIMARY KEY,
  name_ja TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kana TEXT NOT NULL,
  prefecture TEXT NOT NULL,
  autonomous {{bool}} NOT NULL,
  created {{int}} NOT NULL
) {{strict}};

CREATE TABLE access_standing (
  org TEXT NOT NULL REFERENCES access_org (id),
  kind TEXT NOT NULL,
  sector TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (org, kind, sector, since)
) {{strict}};
CREATE INDEX access_standing_sector ON access_standing (sector, kind);

CREATE TABLE access_engagement (
  org TEXT NOT NULL REFERENCES access_org (id),
  client TEXT NOT NULL REFERENCES access_org (id),
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (org, client, since)
) {{strict}};

CREATE TABLE access_person (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  created {{int}} NOT NULL
) {{strict}};

CREATE TABLE access_membership (
  person TEXT NOT NULL REFERENCES access_person (id),
  org TEXT NOT NULL REFERENCES access_org (id),
  role TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (person, org, role, since)
) {{strict}};
CREATE INDEX access_membership_org ON access_membership (org);

CREATE TABLE access_password (
  person TEXT PRIMARY KEY REFERENCES access_person (id),
  hash TEXT NOT NULL
) {{strict}};

CREATE TABLE access_session (
  token {{blob}} PRIMARY KEY,
  person TEXT NOT NULL REFERENCES access_person (id),
  org TEXT NOT NULL,
  role TEXT NOT NULL,
  created {{int}} NOT NULL,
  expires {{int}} NOT NULL
) {{strict}};
CREATE INDEX access_session_person ON access_session (person);
