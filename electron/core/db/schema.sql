CREATE TRIGGER documents_changed after update of needs_review, review, type on documents begin 
  update batch_rows set status = case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end, text = lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), '')) from items i join documents d on d.item_id = i.id
  where batch_rows.document_id = new.id and d.id = new.id;
end;

CREATE TRIGGER documents_gone after delete on documents
when not exists (select 1 from batch_rows where item_id = old.item_id) begin 
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end, lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where i.id = old.item_id and d.id is null;
end;

CREATE TRIGGER documents_listed after insert on documents
when (select status from items where id = new.item_id) = 'done' begin
  delete from batch_rows where item_id = new.item_id and document_id is null; 
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end, lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where i.id = new.item_id and d.id = new.id;
end;

CREATE TRIGGER documents_to_search after insert on documents begin 
  insert into search_queue (item_id) values (new.item_id) on conflict (item_id) do update set after_page = 0;
end;

CREATE TRIGGER documents_to_search_again
after update of reader_key, page_list, first_page, last_page on documents
when new.reader_key is not old.reader_key or new.page_list is not old.page_list
  or new.first_page <> old.first_page or new.last_page <> old.last_page begin 
  insert into search_queue (item_id) values (new.item_id) on conflict (item_id) do update set after_page = 0;
end;

CREATE TRIGGER documents_unlisted before delete on documents begin
  delete from batch_rows where document_id = old.id;
end;

CREATE TRIGGER fields_changed after update of value on fields when new.table_name is null begin 
  update batch_rows set text = lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), '')) from items i join documents d on d.item_id = i.id
  where batch_rows.document_id = new.document_id and d.id = new.document_id;
end;

CREATE TRIGGER fields_listed after insert on fields
when new.table_name is null and new.value is not null begin
  update batch_rows set text = text || char(10) || lower(new.value) where document_id = new.document_id;
end;

CREATE TRIGGER fields_unlisted after delete on fields
when old.table_name is null and old.value is not null begin 
  update batch_rows set text = lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), '')) from items i join documents d on d.item_id = i.id
  where batch_rows.document_id = old.document_id and d.id = old.document_id;
end;

CREATE TRIGGER items_counted after insert on items begin 
  insert into item_counts (batch_id, status, needs_review, items, inspected, pages, pages_done, pages_kept, locked,
    left_out)
  values (new.batch_id, new.status, new.needs_review, 1, new.sha256 is not null,
    ifnull(new.page_count, 0), new.pages_done, new.pages_kept, (new.status = 'failed' and ifnull(new.error_code in ('file_encrypted', 'password_wrong'), 0)), (new.status = 'skipped' and ifnull(new.error_code in ('duplicate', 'removed'), 0)))
  on conflict (batch_id, status, needs_review) do update set items = items + 1,
    inspected = inspected + excluded.inspected, pages = pages + excluded.pages,
    pages_done = pages_done + excluded.pages_done, pages_kept = pages_kept + excluded.pages_kept,
    locked = locked + excluded.locked, left_out = left_out + excluded.left_out;
end;

CREATE TRIGGER items_listed after insert on items begin 
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end, lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where i.id = new.id;
end;

CREATE TRIGGER items_listed_again after update of status, seq, filename on items
when old.seq <> new.seq or old.filename <> new.filename
  or old.status <> new.status and (old.status = 'done' or new.status = 'done') begin
  delete from batch_rows where item_id = new.id; 
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end, lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where i.id = new.id;
end;

CREATE TRIGGER items_moved after update of status on items
when old.status <> new.status and old.status <> 'done' and new.status <> 'done' begin
  update batch_rows set status = new.status where item_id = new.id;
end;

CREATE TRIGGER items_not_to_search after delete on items begin
  delete from page_terms where rowid between old.id * 65536 and old.id * 65536 + 65535;
end;

CREATE TRIGGER items_recounted
after update of status, needs_review, sha256, page_count, pages_done, pages_kept, error_code on items
begin 
  update item_counts set items = items - 1, inspected = inspected - (old.sha256 is not null),
    pages = pages - ifnull(old.page_count, 0), pages_done = pages_done - old.pages_done,
    pages_kept = pages_kept - old.pages_kept, locked = locked - (old.status = 'failed' and ifnull(old.error_code in ('file_encrypted', 'password_wrong'), 0)),
    left_out = left_out - (old.status = 'skipped' and ifnull(old.error_code in ('duplicate', 'removed'), 0))
  where batch_id = old.batch_id and status = old.status and needs_review = old.needs_review; 
  insert into item_counts (batch_id, status, needs_review, items, inspected, pages, pages_done, pages_kept, locked,
    left_out)
  values (new.batch_id, new.status, new.needs_review, 1, new.sha256 is not null,
    ifnull(new.page_count, 0), new.pages_done, new.pages_kept, (new.status = 'failed' and ifnull(new.error_code in ('file_encrypted', 'password_wrong'), 0)), (new.status = 'skipped' and ifnull(new.error_code in ('duplicate', 'removed'), 0)))
  on conflict (batch_id, status, needs_review) do update set items = items + 1,
    inspected = inspected + excluded.inspected, pages = pages + excluded.pages,
    pages_done = pages_done + excluded.pages_done, pages_kept = pages_kept + excluded.pages_kept,
    locked = locked + excluded.locked, left_out = left_out + excluded.left_out;
end;

CREATE TRIGGER items_to_search after update of status on items
when new.status = 'done' and old.status <> 'done' begin 
  insert into search_queue (item_id) values (new.id) on conflict (item_id) do update set after_page = 0;
end;

CREATE TRIGGER items_uncounted after delete on items begin 
  update item_counts set items = items - 1, inspected = inspected - (old.sha256 is not null),
    pages = pages - ifnull(old.page_count, 0), pages_done = pages_done - old.pages_done,
    pages_kept = pages_kept - old.pages_kept, locked = locked - (old.status = 'failed' and ifnull(old.error_code in ('file_encrypted', 'password_wrong'), 0)),
    left_out = left_out - (old.status = 'skipped' and ifnull(old.error_code in ('duplicate', 'removed'), 0))
  where batch_id = old.batch_id and status = old.status and needs_review = old.needs_review;
end;

CREATE TRIGGER page_states_of_content after update of sha256 on items when new.sha256 is not old.sha256
begin
  delete from page_states where item_id = new.id;
  update items set pages_done = 0, pages_kept = 0 where id = new.id;
end;

CREATE TABLE batch_configs (
  batch_id text primary key references batches (id) on delete cascade,
  config text not null -- json: frozen copy of templates, reader settings, versions
) strict;

CREATE TABLE batch_rows (
  batch_id text not null,
  item_seq integer not null,
  document_seq integer not null, -- -1: the item has no document (yet)
  item_id integer not null references items (id) on delete cascade,
  document_id text,
  status text not null,
  text text not null, -- file name, type and values in lower case: what a search looks in
  primary key (batch_id, item_seq, document_seq)
) strict, without rowid;

CREATE TABLE batches (
  id text primary key,
  name text not null,
  reference text,
  sources text not null, -- json: what the person named
  template text not null, -- 'auto' or a template's name
  reader_key text not null,
  intent text not null check (intent in ('run', 'pause', 'cancel')),
  output text,
  created_at text not null,
  started_at text,
  finished_at text,
  percent_shown real not null default 0, -- so that it never goes back, also after a restart
  error_code text,
  error_details text
, priority text not null default 'normal'
  check (priority in ('low', 'normal', 'high')), kind text not null default 'extract'
  check (kind in ('read', 'classify', 'split', 'extract')), draft text, deleted_at text, purge_begun integer not null default 0) strict;

CREATE TABLE deliveries (
  seq integer primary key autoincrement,
  id text not null unique, -- goes along, so that a receiver knows what it had already
  batch_id text references batches (id) on delete cascade, -- null: somebody tried the hook
  hook_id integer references hooks (id) on delete cascade, -- null: the batch was started with it
  hook text not null, -- json, as it was at the end of the batch
  body text not null, -- json
  export_path text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'delivered', 'failed')),
  tries integer not null default 0,
  created_at text not null,
  ended_at text,
  error_code text, -- of the last try
  error_details text, -- json
  output text -- the end of what a command said
) strict;

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
, asked text, format text, options text not null default '{}', selection text, is_partial integer not null default 0, files text not null default '[]') strict;

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
  undoes integer references "field_events" (id), -- the act that is taken back, or done again
  of_batch integer not null default 0 -- done to all documents of its batch
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

CREATE TABLE hooks (
  id integer primary key autoincrement,
  hook text not null, -- json, with its secret
  is_on integer not null default 1,
  created_at text not null
, place text check (place in ('loopback', 'private', 'public', 'unknown'))) strict;

CREATE TABLE item_counts (
  batch_id text not null references batches (id) on delete cascade,
  status text not null,
  needs_review integer not null,
  items integer not null,
  inspected integer not null,
  pages integer not null,
  pages_done integer not null,
  pages_kept integer not null,
  locked integer not null,
  left_out integer not null, -- by the person's wish
  primary key (batch_id, status, needs_review)
) strict, without rowid;

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
  check (protection in ('none', 'owner', 'password')), reader_key text, reader_settings text, stale integer not null default 0, text_pages integer, arrangement text,
  unique (batch_id, seq)
) strict;

CREATE TABLE page_speeds (
  kind text primary key check (kind in ('text', 'ocr')),
  pages integer not null, -- that were measured
  seconds real not null, -- a page, the latest counting most
  squares real not null -- of them, for how much pages differ
) strict;

CREATE TABLE page_states (
  batch_id text not null, -- that of the item, so that a batch is counted by one walk along an index
  item_id integer not null references items (id) on delete cascade,
  page integer not null,
  kept integer not null, -- 1: it was read before this item came to it
  reader text,
  error_code text, -- null: it is read
  error_details text,
  primary key (item_id, page)
) strict, without rowid;

CREATE VIRTUAL TABLE page_terms using fts5(
  terms, content='', contentless_delete=1, detail=none, prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M* P* S*'"
);

CREATE TABLE 'page_terms_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'page_terms_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'page_terms_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'page_terms_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE TABLE removals (
  item_id integer primary key references items (id) on delete cascade,
  at text not null,
  status text not null, -- as the item stood, with the columns of the same names
  needs_review integer not null,
  pages_done integer not null,
  pages_kept integer not null,
  stale integer not null,
  error_code text,
  error_details text,
  finished_at text,
  page_states text not null, -- json: its rows
  documents text not null -- json: its documents with their fields
) strict;

CREATE TABLE search_queue (
  item_id integer primary key references items (id) on delete cascade,
  after_page integer not null default 0 -- pages up to this one are there already
) strict;

CREATE TABLE settings (name text primary key, value text not null) strict;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE template_versions (
  name text not null,
  version integer not null,
  saved_at text, -- null: it came with Sheaf
  removed_at text, -- of the version that counted when a person took the template out of the list
  template text not null, -- json
  primary key (name, version)
) strict;

CREATE INDEX batch_rows_by_document on batch_rows (document_id);

CREATE INDEX batch_rows_by_item on batch_rows (item_id);

CREATE INDEX batch_rows_by_status on batch_rows (batch_id, status, item_seq, document_seq);

CREATE INDEX batches_deleted on batches (deleted_at) where deleted_at is not null;

CREATE INDEX batches_listed on batches (created_at) where deleted_at is null;

CREATE INDEX batches_unfinished on batches (intent) where finished_at is null;

CREATE INDEX deliveries_by_batch on deliveries (batch_id, seq);

CREATE INDEX deliveries_by_hook on deliveries (hook_id, seq);

CREATE INDEX deliveries_owed on deliveries (seq) where state = 'waiting';

CREATE INDEX documents_by_batch on documents (batch_id);

CREATE INDEX documents_by_state on documents (id, needs_review, review);

CREATE INDEX documents_set_aside on documents (batch_id, review)
  where review = 'rejected' or postponed_at is not null;

CREATE INDEX exports_by_batch on exports (batch_id, id);

CREATE INDEX field_events_by_document on field_events (document_id, id);

CREATE INDEX field_events_by_item on field_events (item_id, id);

CREATE INDEX field_events_by_undone on field_events (undoes, id);

CREATE INDEX fields_by_document on fields (document_id, table_name, row_number, position);

CREATE INDEX fields_by_name on fields (batch_id, name, needs_review desc, confidence, id, document_id)
  where table_name is null;

CREATE INDEX fields_doubtful on fields (batch_id, name, document_id)
  where table_name is null and needs_review = 1;

CREATE INDEX fields_to_review on fields (document_id) where needs_review = 1;

CREATE INDEX items_by_content on items (sha256, status, batch_id);

CREATE INDEX items_by_status on items (batch_id, status, crashes, seq);

CREATE INDEX items_in_batch_by_content on items (batch_id, sha256, seq, status, page_count, text_pages)
  where sha256 is not null;

CREATE INDEX items_stale on items (batch_id, seq) where stale = 1;

CREATE INDEX items_to_review on items (batch_id, seq) where needs_review = 1;

CREATE INDEX items_uninspected on items (batch_id, crashes, seq)
  where status = 'pending' and sha256 is null;

CREATE INDEX page_states_by_batch on page_states (batch_id, error_code, reader, kept);

CREATE INDEX pages_kept on pages (sha256, reader_key, error_code, page);
