import type { Migration } from '../migrate.ts'

/** What a search looks in: file name, type and values, as `searchText` sees them. */
const searched = `folded(i.filename || ifnull(char(10) || d.type, '') || ifnull(char(10) || (
    select group_concat(f.value, char(10)) from fields f
    where f.document_id = d.id and f.table_name is null), ''))`

/** What the table shows of an item, and of each document of one that is done. */
const shownStatus = `case when i.status <> 'done' then i.status
    when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
    when d.review <> 'approved' and d.needs_review = 1 then 'needs_review' else 'completed' end`

const rowsOf = (where: string) => `
  insert into batch_rows (batch_id, item_seq, document_seq, item_id, document_id, status, text)
  select i.batch_id, i.seq, ifnull(d.seq, -1), i.id, d.id, ${shownStatus}, ${searched}
  from items i left join documents d on d.item_id = i.id and i.status = 'done' where ${where};`

const rowsAgain = (documentId: string, what: string) => `
  update batch_rows set ${what} from items i join documents d on d.item_id = i.id
  where batch_rows.document_id = ${documentId} and d.id = ${documentId};`

/**
 * The text of a row is kept without accents, so that a search is as quick as it was: `folded` is a function of every
 * connection that we open.
 */
export const foldedSearch: Migration = {
  name: '0020-folded-search',
  sql: `
drop trigger items_listed;
drop trigger items_listed_again;
drop trigger documents_listed;
drop trigger documents_changed;
drop trigger documents_gone;
drop trigger fields_listed;
drop trigger fields_changed;
drop trigger fields_unlisted;

create trigger items_listed after insert on items begin ${rowsOf('i.id = new.id')}
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
create trigger documents_changed after update of needs_review, review, type on documents begin ${rowsAgain('new.id', `status = ${shownStatus}, text = ${searched}`)}
end;
create trigger documents_gone after delete on documents
when not exists (select 1 from batch_rows where item_id = old.item_id) begin ${rowsOf('i.id = old.item_id and d.id is null')}
end;

create trigger fields_listed after insert on fields
when new.table_name is null and new.value is not null begin
  update batch_rows set text = text || char(10) || folded(new.value) where document_id = new.document_id;
end;
create trigger fields_changed after update of value on fields when new.table_name is null begin ${rowsAgain('new.document_id', `text = ${searched}`)}
end;
create trigger fields_unlisted after delete on fields
when old.table_name is null and old.value is not null begin ${rowsAgain('old.document_id', `text = ${searched}`)}
end;

update batch_rows set text = folded(text) where text <> folded(text);
`,
}
