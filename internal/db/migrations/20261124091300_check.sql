-- +goose Up
CREATE TABLE check_check (
  id TEXT PRIMARY KEY,
  org TEXT NOT NULL REFERENCES access_org (id),
  sector TEXT NOT NULL,
  year {{int}} NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  previous TEXT NOT NULL,
  guideline TEXT NOT NULL,
  started {{int}} NOT NULL,
  started_by TEXT NOT NULL,
  closed {{int}} NOT NULL,
  closed_by TEXT NOT NULL,
  changed {{int}} NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (org, sector, year, title)
) {{strict}};
CREATE INDEX check_check_list ON check_check (org, year, id);

CREATE TABLE check_step (
  check_id TEXT NOT NULL REFERENCES check_check (id),
  at {{int}} NOT NULL,
  by_person TEXT NOT NULL,
  act TEXT NOT NULL,
  comment TEXT NOT NULL
) {{strict}};
CREATE INDEX check_step_check ON check_step (check_id, at);

CREATE TABLE check_entry (
  check_id TEXT NOT NULL REFERENCES check_check (id),
  number {{int}} NOT NULL,
  place {{int}} NOT NULL,
  document TEXT NOT NULL,
  clause TEXT NOT NULL,
  document_ja TEXT NOT NULL,
  document_en TEXT NOT NULL,
  items TEXT NOT NULL,
  tier TEXT NOT NULL,
  word TEXT NOT NULL,
  level TEXT NOT NULL,
  degree TEXT NOT NULL,
  heading TEXT NOT NULL,
  body TEXT NOT NULL,
  phase TEXT NOT NULL,
  withheld {{bool}} NOT NULL,
  withheld_why TEXT NOT NULL,
  search TEXT NOT NULL,
  in_place TEXT NOT NULL,
  in_operation TEXT NOT NULL,
  effective TEXT NOT NULL,
  work TEXT NOT NULL,
  severity TEXT NOT NULL,
  aside {{bool}} NOT NULL,
  aside_why TEXT NOT NULL,
  branch TEXT NOT NULL,
  note TEXT NOT NULL,
  carried {{bool}} NOT NULL,
  changed {{bool}} NOT NULL,
  gone {{bool}} NOT NULL,
  evidence {{int}} NOT NULL,
  answered_at {{int}} NOT NULL,
  answered_by TEXT NOT NULL,
  version {{int}} NOT NULL,
  PRIMARY KEY (check_id, number),
  UNIQUE (check_id, document, clause)
) {{strict}};
CREATE INDEX check_entry_place ON check_entry (check_id, place, number);

CREATE TABLE check_part (
  check_id TEXT NOT NULL,
  part TEXT NOT NULL,
  number {{int}} NOT NULL,
  PRIMARY KEY (check_id, part, number),
  FOREIGN KEY (check_id, number) REFERENCES check_entry (check_id, number)
) {{strict}};
CREATE INDEX check_part_entry ON check_part (check_id, number);

CREATE TABLE check_count (
  check_id TEXT NOT NULL REFERENCES check_check (id),
  part TEXT NOT NULL,
  entries {{int}} NOT NULL,
  answered {{int}} NOT NULL,
  not_applicable {{int}} NOT NULL,
  carried {{int}} NOT NULL,
  gaps {{int}} NOT NULL,
  changed {{int}} NOT NULL,
  gone {{int}} NOT NULL,
  in_place_yes {{int}} NOT NULL,
  in_place_partly {{int}} NOT NULL,
  in_place_no {{int}} NOT NULL,
  in_operation_yes {{int}} NOT NULL,
  in_operation_partly {{int}} NOT NULL,
  in_operation_no {{int}} NOT NULL,
  effective_yes {{int}} NOT NULL,
  effective_partly {{int}} NOT NULL,
  effective_no {{int}} NOT NULL,
  work_not_started {{int}} NOT NULL,
  work_under_way {{int}} NOT NULL,
  work_waiting {{int}} NOT NULL,
  work_done {{int}} NOT NULL,
  severity_none {{int}} NOT NULL,
  severity_low {{int}} NOT NULL,
  severity_medium {{int}} NOT NULL,
  severity_high {{int}} NOT NULL,
  PRIMARY KEY (check_id, part)
) {{strict}};

CREATE TABLE check_evidence (
  id TEXT PRIMARY KEY,
  org TEXT NOT NULL REFERENCES access_org (id),
  title TEXT NOT NULL,
  name TEXT NOT NULL,
  search TEXT NOT NULL,
  type TEXT NOT NULL,
  hash TEXT NOT NULL,
  size {{int}} NOT NULL,
  effective TEXT NOT NULL,
  expires TEXT NOT NULL,
  added {{int}} NOT NULL,
  added_by TEXT NOT NULL
) {{strict}};
CREATE INDEX check_evidence_org ON check_evidence (org, id);

CREATE TABLE check_link (
  evidence TEXT NOT NULL REFERENCES check_evidence (id),
  check_id TEXT NOT NULL,
  number {{int}} NOT NULL,
  linked {{int}} NOT NULL,
  linked_by TEXT NOT NULL,
  PRIMARY KEY (check_id, number, evidence),
  FOREIGN KEY (check_id, number) REFERENCES check_entry (check_id, number)
) {{strict}};
CREATE INDEX check_link_evidence ON check_link (evidence);

CREATE TABLE check_sending (
  copy TEXT PRIMARY KEY,
  check_id TEXT NOT NULL REFERENCES check_check (id),
  to_org TEXT NOT NULL,
  sent {{int}} NOT NULL,
  sent_by TEXT NOT NULL
) {{strict}};
CREATE INDEX check_sending_check ON check_sending (check_id, sent);
