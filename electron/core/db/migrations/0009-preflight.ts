import type { Migration } from '../migrate.ts'

/**
 * Drafts, what is known of the pages of a file before they are read, and how long pages take here. The
 * indexes hold all that a report before the start counts: it never walks over words, nor sorts thousands.
 */
export const preflight: Migration = {
  name: '0009-preflight',
  sql: `
alter table batches add column draft text; -- json: what was asked for; null once it was started
alter table items add column text_pages integer; -- pages with a text layer, by a sample; null: not known

create index pages_kept on pages (sha256, reader_key, error_code, page);
create index items_in_batch_by_content on items (batch_id, sha256, seq, status, page_count, text_pages)
  where sha256 is not null;
drop index items_by_content;
create index items_by_content on items (sha256, status, batch_id);

create table page_speeds (
  kind text primary key check (kind in ('text', 'ocr')),
  pages integer not null, -- that were measured
  seconds real not null, -- a page, the latest counting most
  squares real not null -- of them, for how much pages differ
) strict;

insert into page_speeds
  select iif(reader = 'ocr', 'ocr', 'text') as kind, count(*), avg(seconds), avg(seconds * seconds)
  from pages where error_code is null group by kind;
`,
}
