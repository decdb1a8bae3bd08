import type { Migration } from '../migrate.ts'

const locked = (row: string) =>
  `(${row}.status = 'failed' and ifnull(${row}.error_code in ('file_encrypted', 'password_wrong'), 0))`

const leftOut = (row: string) =>
  `(${row}.status = 'skipped' and ifnull(${row}.error_code in ('duplicate', 'removed'), 0))`

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

/** Working on many documents at once: files that a person took out of a batch can be put back as they were. */
export const many: Migration = {
  name: '0014-many',
  sql: `
create table removals (
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

-- What a person removed was left out by their wish, too: no trouble of the batch.
drop trigger items_counted;
drop trigger items_uncounted;
drop trigger items_recounted;
create trigger items_counted after insert on items begin ${count}
end;
create trigger items_uncounted after delete on items begin ${uncount}
end;
create trigger items_recounted
after update of status, needs_review, sha256, page_count, pages_done, pages_kept, error_code on items
begin ${uncount} ${count}
end;
`,
}
