CREATE TABLE batches (
  id text primary key,
  name text not null,
  reference text,
  sources text not null, -- json: what the person named
  template text not null, -- 'auto' or a template's name
  config text not null, -- json: frozen copy of templates, reader settings, versions
  reader_key text not null,
  intent text not null check (intent in ('run', 'pause', 'cancel')),
  output text,
  created_at text not null,
  started_at text,
  finished_at text,
  percent_shown real not null default 0, -- so that it never goes back, also after a restart
  error_code text,
  error_details text
, kind text not null default 'extract'
  check (kind in ('extract', 'read'))) strict;

CREATE TABLE documents (
  id text primary key,
  batch_id text not null references batches (id) on delete cascade,
  item_id integer not null references items (id) on delete cascade,
  seq integer not null, -- within its item, from 0
  first_page integer not null,
  last_page integer not null,
  missing_pages text not null, -- json: numbers of its pages that could not be read
  type text not null,
  category text not null,
  type_confidence real not null,
  template_name text,
  template_version integer,
  language text,
  confidence real not null,
  needs_review integer not null,
  review text not null default 'none' check (review in ('none', 'approved', 'rejected')),
  math_valid integer, -- null: nothing to check
  checks text not null, reader_key text, page_list text, review_reason text, postponed_at text, postponed_until text, -- json
  unique (item_id, seq)
) strict;

CREATE TABLE exports (
  id integer primary key,
  batch_id text not null references batches (id) on delete cascade,
  path text not null,
  documents integer not null,
  written_at text not null
) strict;

CREATE TABLE "field_events" (
  id integer primary key,
  item_id integer not null references items (id) on delete cascade,
  document_id text not null, -- no reference: a document that was cut anew is gone, its history is not
  field_id integer,
  kind text not null check (kind in ('extracted', 'corrected', 'accepted', 'approved', 'rejected',
    'postponed', 'rows_edited', 'retyped', 'rotated', 'arranged', 'undone', 'redone')),
  at text not null,
  before text, -- json: what an undo puts back
  after text, -- json: what a redo puts back
  undoes integer references "field_events" (id) -- the act that is taken back, or done again
) strict;

CREATE TABLE field_ids (
  one integer primary key check (one = 1),
  last integer not null -- the highest id that was ever taken away
) strict;

CREATE TABLE fields (
  id integer primary key,
  document_id text not null references documents (id) on delete cascade,
  table_name text, -- null: a field of the document itself
  row_number integer,
  position integer not null,
  name text not null,
  label text not null,
  type text not null,
  value text,
  raw text,
  confidence real not null,
  needs_review integer not null,
  reasons text not null, -- json
  reader text,
  corrected integer not null default 0,
  page integer, -- null with the rest of the provenance: not seen anywhere
  x0 real,
  y0 real,
  x1 real,
  y1 real,
  page_width real,
  page_height real,
  seen_text text,
  candidates text not null -- json
, accepted integer not null default 0, batch_id text) strict;

CREATE TABLE items (
  id integer primary key,
  batch_id text not null references batches (id) on delete cascade,
  seq integer not null,
  path text not null,
  filename text not null,
  size integer,
  modified_at real, -- with size: tells whether the file is still the one that was inspected
  sha256 text, -- null until inspected
  type text,
  page_count integer,
  pages_done integer not null default 0,
  pages_kept integer not null default 0,
  status text not null default 'pending'
    check (status in ('pending', 'running', 'done', 'failed', 'skipped', 'cancelled')),
  needs_review integer not null default 0, -- one of its documents waits for a person
  attempt integer not null default 0, -- rises with every claim: a late result of an old one changes nothing
  crashes integer not null default 0, -- how often the process died while it was running
  pages_before integer not null default 0, -- pages_done when claimed: tells progress from standstill
  error_code text,
  error_details text,
  seconds real,
  started_at text,
  finished_at text, protection text not null default 'none'
  check (protection in ('none', 'owner', 'password')), arrangement text,
  unique (batch_id, seq)
) strict;

CREATE TABLE pages (
  sha256 text not null,
  page integer not null,
  reader_key text not null,
  width real not null,
  height real not null,
  reader text,
  reader_reason text,
  confidence real not null,
  language text,
  words text not null, -- json: [[text, x0, y0, x1, y1, confidence, reader]]
  engine text,
  seconds real not null,
  error_code text, -- a page with an error is not a kept page: it is tried again
  error_details text,
  reads integer not null default 1, rotation integer not null default 0, incomplete integer not null default 0, exact text, others text, -- more than 1: a page that was kept was read again
  primary key (sha256, page, reader_key)
) strict;

CREATE INDEX documents_by_batch on documents (batch_id);

CREATE INDEX documents_by_state on documents (id, needs_review, review);

CREATE INDEX documents_set_aside on documents (batch_id, review)
  where review = 'rejected' or postponed_at is not null;

CREATE INDEX field_events_by_document on field_events (document_id, id);

CREATE INDEX field_events_by_item on field_events (item_id, id);

CREATE INDEX field_events_by_undone on field_events (undoes, id);

CREATE INDEX fields_by_document on fields (document_id, table_name, row_number, position);

CREATE INDEX fields_by_name on fields (batch_id, name, needs_review desc, confidence, id, document_id)
  where table_name is null;

CREATE INDEX fields_doubtful on fields (batch_id, name, document_id)
  where table_name is null and needs_review = 1;

CREATE INDEX items_by_content on items (sha256);

CREATE INDEX items_by_status on items (batch_id, status, crashes, seq);

CREATE INDEX items_to_review on items (batch_id, seq) where needs_review = 1;

CREATE INDEX items_uninspected on items (batch_id, crashes, seq)
  where status = 'pending' and sha256 is null;
