import type { Migration } from '../migrate.ts'

/**
 * What reviewing needs. The history belongs to the file, because its documents may be cut anew and put back;
 * ids of fields are never given twice, so that what was taken away can come back under its own.
 */
export const review: Migration = {
  name: '0012-review',
  sql: `
alter table documents add column page_list text; -- json: its pages in order; null: from first to last
alter table documents add column review_reason text; -- why it was rejected
alter table documents add column postponed_at text;
alter table documents add column postponed_until text; -- null with a date of postponing: until nothing else is left
create index documents_by_state on documents (id, needs_review, review); -- tells who waits without their rows
create index documents_set_aside on documents (batch_id, review)
  where review = 'rejected' or postponed_at is not null;

alter table items add column arrangement text; -- json: pages of its documents as a person put them, and those left out
create index items_to_review on items (batch_id, seq) where needs_review = 1;

alter table fields add column accepted integer not null default 0; -- a person stands by the value as it was found
alter table fields add column batch_id text; -- that of its document: the same field of all documents is one stretch of an index
update fields set batch_id = (select batch_id from documents d where d.id = fields.document_id);
create index fields_by_name on fields (batch_id, name, needs_review desc, confidence, id, document_id)
  where table_name is null;
create index fields_doubtful on fields (batch_id, name, document_id)
  where table_name is null and needs_review = 1;

create table field_ids (
  one integer primary key check (one = 1),
  last integer not null -- the highest id that was ever taken away
) strict;
insert into field_ids values (1, 0);

create table acts (
  id integer primary key,
  item_id integer not null references items (id) on delete cascade,
  document_id text not null, -- no reference: a document that was cut anew is gone, its history is not
  field_id integer,
  kind text not null check (kind in ('extracted', 'corrected', 'accepted', 'approved', 'rejected',
    'postponed', 'rows_edited', 'retyped', 'rotated', 'arranged', 'undone', 'redone')),
  at text not null,
  before text, -- json: what an undo puts back
  after text, -- json: what a redo puts back
  undoes integer references acts (id), -- the act that is taken back, or done again
  of_batch integer not null default 0 -- done to all documents of its batch
) strict;
insert into acts
  select e.id, d.item_id, e.document_id, e.field_id, e.kind, e.at, e.before, e.after, e.undoes, e.of_batch
  from field_events e join documents d on d.id = e.document_id;
drop table field_events;
alter table acts rename to field_events;
create index field_events_by_document on field_events (document_id, id);
create index field_events_by_item on field_events (item_id, id);
create index field_events_by_undone on field_events (undoes, id);
`,
}
