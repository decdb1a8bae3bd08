import type { Migration } from '../migrate.ts'

const queue = (itemId: string) => `
  insert into search_queue (item_id) values (${itemId}) on conflict (item_id) do update set after_page = 0;`

/** Documents are found by the words of their pages; those of an older Sheaf are put into the index one by one. */
export const search: Migration = {
  name: '0015-search',
  sql: `
-- Terms without the text that they come from, which lies in pages already: rowid is item * 65536 + page.
create virtual table page_terms using fts5(
  terms, content='', contentless_delete=1, detail=none, prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M* P* S*'"
);
create table search_queue (
  item_id integer primary key references items (id) on delete cascade,
  after_page integer not null default 0 -- pages up to this one are there already
) strict;
insert into search_queue (item_id) select id from items where status = 'done';

create trigger items_to_search after update of status on items
when new.status = 'done' and old.status <> 'done' begin ${queue('new.id')}
end;
create trigger documents_to_search after insert on documents begin ${queue('new.item_id')}
end;
create trigger documents_to_search_again
after update of reader_key, page_list, first_page, last_page on documents
when new.reader_key is not old.reader_key or new.page_list is not old.page_list
  or new.first_page <> old.first_page or new.last_page <> old.last_page begin ${queue('new.item_id')}
end;
create trigger items_not_to_search after delete on items begin
  delete from page_terms where rowid between old.id * 65536 and old.id * 65536 + 65535;
end;
`,
}
