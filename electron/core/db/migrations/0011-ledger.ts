import type { Migration } from '../migrate.ts'

/**
 * How every page of every item stands, counted in less than the time a face may take. It belongs to the content
 * of the item’s file: when that is another one, or unknown again, no page of it has been read.
 */
export const ledger: Migration = {
  name: '0011-ledger',
  sql: `
create table page_states (
  batch_id text not null, -- that of the item, so that a batch is counted by one walk along an index
  item_id integer not null references items (id) on delete cascade,
  page integer not null,
  kept integer not null, -- 1: it was read before this item came to it
  reader text,
  error_code text, -- null: it is read
  error_details text,
  primary key (item_id, page)
) strict, without rowid;

create index page_states_by_batch on page_states (batch_id, error_code, reader, kept);

insert into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
select i.batch_id, i.id, p.page, 0, p.reader, p.error_code, p.error_details
from items i
join batches b on b.id = i.batch_id
join pages p on p.sha256 = i.sha256 and p.reader_key = b.reader_key and p.page <= i.page_count;

-- Documents that were read again with other settings.
insert or replace into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
select i.batch_id, i.id, p.page, 0, p.reader, p.error_code, p.error_details
from documents d
join items i on i.id = d.item_id
join pages p on p.sha256 = i.sha256 and p.reader_key = d.reader_key
  and p.page between d.first_page and d.last_page;

create trigger page_states_of_content after update of sha256 on items when new.sha256 is not old.sha256
begin
  delete from page_states where item_id = new.id;
  update items set pages_done = 0, pages_kept = 0 where id = new.id;
end;
`,
}
