import type { Migration } from '../migrate.ts'

/** What the table shows of an item, and of each document of one that is done. */
const shownStatus = `case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end`

/** What a search looks in: file name, type and values. */
const searchText = `lower(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))`

const rowsOf = (where: string) => `
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, ${shownStatus}, ${searchText}
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where ${where};`

/** What a row says, after its document changed. */
const rowsAgain = (documentId: string, what: string) => `
  update batch_rows set ${what} from items i join documents d on d.item_id = i.id
  where batch_rows.document_id = ${documentId} and d.id = ${documentId};`

const locked = (row: string) =>
  `(${row}.status = 'failed' and ifnull(${row}.error_code in ('file_encrypted', 'password_wrong'), 0))`

const leftOut = (row: string) =>
  `(${row}.status = 'skipped' and ifnull(${row}.error_code = 'duplicate', 0))`

const count = `
  insert into item_counts (batch_id, status, needs_review, items, inspected, pages, pages_done, pages_kept, locked,
    left_out)
  values (new.batch_id, new.status, new.needs_review, 1, new.sha256 is not null,
    ifnull(new.page_count, 0), new.pages_done, new.pages_kept, ${locked('new')}, ${leftOut('new')})
  on conflict (batch_id, status, needs_review) do update set items = items + 1,
    inspected = inspected + excluded.inspected, pages = pages + excluded.pages,
    pages_done = pages_done + excluded.pages_done, pages_kept = pages_kept + excluded.pages_kept,
    locked = locked + excluded.locked, left_out = left_out + excluded.left_out;`

const uncount = `
  update item_counts set items = items - 1, inspected = inspected - (old.sha256 is not null),
    pages = pages - ifnull(old.page_count, 0), pages_done = pages_done - old.pages_done,
    pages_kept = pages_kept - old.pages_kept, locked = locked - ${locked('old')},
    left_out = left_out - ${leftOut('old')}
  where batch_id = old.batch_id and status = old.status and needs_review = old.needs_review;`

/**
 * Lists and counts that stay quick at 20,000 items and 200 batches: counts and the rows of a batch's table
 * are kept by triggers, whoever writes; the frozen configuration lies apart, because a row's later columns
 * are only reached through it. Batches can be deleted for a while.
 */
export const size: Migration = {
  name: '0010-size',
  sql: `
alter table batches add column deleted_at text;
alter table batches add column purge_begun integer not null default 0; -- no way back: parts are gone
create table batch_configs (
  batch_id text primary key references batches (id) on delete cascade,
  config text not null -- json: frozen copy of templates, reader settings, versions
) strict;
insert into batch_configs select id, config from batches;
alter table batches drop column config;
create index batches_listed on batches (created_at) where deleted_at is null;
create index batches_deleted on batches (deleted_at) where deleted_at is not null;
create index batches_unfinished on batches (intent) where finished_at is null;

create table item_counts (
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

create table batch_rows (
  batch_id text not null,
  item_seq integer not null,
  document_seq integer not null, -- -1: the item has no document (yet)
  item_id integer not null references items (id) on delete cascade,
  document_id text,
  status text not null,
  text text not null, -- file name, type and values in lower case: what a search looks in
  primary key (batch_id, item_seq, document_seq)
) strict, without rowid;
create index batch_rows_by_status on batch_rows (batch_id, status, item_seq, document_seq);
create index batch_rows_by_item on batch_rows (item_id);
create index batch_rows_by_document on batch_rows (document_id);
create index fields_to_review on fields (document_id) where needs_review = 1;

insert into item_counts
select batch_id, status, needs_review, count(*), count(sha256), sum(ifnull(page_count, 0)),
  sum(pages_done), sum(pages_kept), sum(${locked('items')}), sum(${leftOut('items')})
from items group by batch_id, status, needs_review;
${rowsOf('true')}

create trigger items_counted after insert on items begin ${count}
end;
create trigger items_uncounted after delete on items begin ${uncount}
end;
create trigger items_recounted
after update of status, needs_review, sha256, page_count, pages_done, pages_kept, error_code on items
begin ${uncount} ${count}
end;

create trigger items_listed after insert on items begin ${rowsOf('i.id = new.id')}
end;
create trigger items_moved after update of status on items
when old.status <> new.status and old.status <> 'done' and new.status <> 'done' begin
  update batch_rows set status = new.status where item_id = new.id;
end;
create trigger items_listed_again after update of status, seq, filename on items
when old.seq <> new.seq or old.filename <> new.filename
  or old.status <> new.status and (old.status = 'done' or new.status = 'done') begin
  delete from batch_rows where item_id = new.id; ${rowsOf('i.id = new.id')}
end;

create trigger documents_listed after insert on documents
when (select status from items where id = new.item_id) = 'done' begin
  delete from batch_rows where item_id = new.item_id and document_id is null; ${rowsOf('i.id = new.item_id and d.id = new.id')}
end;
create trigger documents_changed after update of needs_review, review, type on documents begin ${rowsAgain('new.id', `status = ${shownStatus}, text = ${searchText}`)}
end;
create trigger documents_unlisted before delete on documents begin
  delete from batch_rows where document_id = old.id;
end;
create trigger documents_gone after delete on documents
when not exists (select 1 from batch_rows where item_id = old.item_id) begin ${rowsOf('i.id = old.item_id and d.id is null')}
end;

create trigger fields_listed after insert on fields
when new.table_name is null and new.value is not null begin
  update batch_rows set text = text || char(10) || lower(new.value) where document_id = new.document_id;
end;
create trigger fields_changed after update of value on fields when new.table_name is null begin ${rowsAgain('new.document_id', `text = ${searchText}`)}
end;
create trigger fields_unlisted after delete on fields
when old.table_name is null and old.value is not null begin ${rowsAgain('old.document_id', `text = ${searchText}`)}
end;
`,
}
