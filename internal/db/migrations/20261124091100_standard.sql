-- +goose Up
CREATE TABLE standard_record (
  id TEXT PRIMARY KEY,
  org TEXT NOT NULL REFERENCES access_org (id),
  document TEXT NOT NULL,
  edition TEXT NOT NULL,
  within TEXT NOT NULL,
  tier TEXT NOT NULL,
  rank {{int}} NOT NULL,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  issuer TEXT NOT NULL,
  operator TEXT NOT NULL,
  status TEXT NOT NULL,
  publication TEXT NOT NULL,
  audience TEXT NOT NULL,
  effective TEXT NOT NULL,
  next_review TEXT NOT NULL,
  revision {{int}} NOT NULL,
  hash TEXT NOT NULL,
  clauses {{int}} NOT NULL,
  changed {{int}} NOT NULL,
  changed_by TEXT NOT NULL,
  search TEXT NOT NULL,
  UNIQUE (within, document, edition)
) {{strict}};
CREATE INDEX standard_record_list ON standard_record (rank, document, id);
CREATE INDEX standard_record_org ON standard_record (org, document);

CREATE TABLE standard_sector (
  record TEXT NOT NULL REFERENCES standard_record (id),
  sector TEXT NOT NULL,
  listed {{bool}} NOT NULL,
  PRIMARY KEY (record, sector)
) {{strict}};
CREATE INDEX standard_sector_sector ON standard_sector (sector, record);

CREATE TABLE standard_revision (
  record TEXT NOT NULL REFERENCES standard_record (id),
  number {{int}} NOT NULL,
  name TEXT NOT NULL,
  source {{blob}} NOT NULL,
  hash TEXT NOT NULL,
  made {{int}} NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (record, number)
) {{strict}};

CREATE TABLE standard_step (
  record TEXT NOT NULL REFERENCES standard_record (id),
  number {{int}} NOT NULL,
  status TEXT NOT NULL,
  made {{int}} NOT NULL,
  made_by TEXT NOT NULL,
  comment TEXT NOT NULL,
  PRIMARY KEY (record, number)
) {{strict}};

CREATE TABLE standard_allocation (
  id TEXT PRIMARY KEY,
  sector TEXT NOT NULL,
  guideline TEXT NOT NULL,
  decided TEXT NOT NULL,
  by_ja TEXT NOT NULL,
  by_en TEXT NOT NULL,
  version {{int}} NOT NULL,
  changed {{int}} NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (sector, guideline, decided)
) {{strict}};

CREATE TABLE standard_allotment (
  allocation TEXT NOT NULL REFERENCES standard_allocation (id),
  item TEXT NOT NULL,
  tier TEXT NOT NULL,
  document TEXT NOT NULL,
  left_out {{bool}} NOT NULL,
  reason_ja TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  version {{int}} NOT NULL,
  examined {{int}} NOT NULL,
  examined_by TEXT NOT NULL,
  examined_org TEXT NOT NULL,
  PRIMARY KEY (allocation, item)
) {{strict}};

CREATE TABLE standard_allotment_step (
  allocation TEXT NOT NULL REFERENCES standard_allocation (id),
  item TEXT NOT NULL,
  version {{int}} NOT NULL,
  tier TEXT NOT NULL,
  document TEXT NOT NULL,
  left_out {{bool}} NOT NULL,
  reason_ja TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  examined {{int}} NOT NULL,
  examined_by TEXT NOT NULL,
  examined_org TEXT NOT NULL,
  PRIMARY KEY (allocation, item, version)
) {{strict}};
