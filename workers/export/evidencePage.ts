import { pagePicture, valueAnchor } from './evidenceNames.ts'
import type { ResultField, ResultRecord } from './record.ts'
import { reviewState } from './reviewState.ts'
import { valuesOf } from './valuesOf.ts'

/** A value with its place on a page. */
type Placed = ResultField & { readonly provenance: NonNullable<ResultField['provenance']> }
type Value = { readonly name: string; readonly place: number; readonly field: Placed }

/**
 * A document as a page of its own: its pages, each with a box where a value was seen. It needs nothing but the
 * pictures beside it: no script, no network. `hasPicture` tells whether one could be drawn.
 */
export function evidencePage(
  record: ResultRecord,
  hasPicture: (picture: string) => boolean,
): string {
  const values = [...valuesOf(record)].flatMap(([name, field], place): Value[] =>
    field.provenance ? [{ name, place, field: { ...field, provenance: field.provenance } }] : [],
  )
  const pages = [...new Set(values.map(({ field }) => field.provenance.page))].sort((a, b) => a - b)
  const title = escaped(record.filename)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
<p>${escaped([record.document_type, record.status, record.reference].filter(Boolean).join(' · '))}</p>
<table>
<tr><th>Field</th><th>Value</th><th>As printed</th><th>Review</th></tr>
${values.map((value) => valueRow(value, record)).join('\n')}
</table>
${pages.map((page) => pageSection(page, values, record, hasPicture)).join('\n')}
</html>
`
}

function valueRow({ name, place, field }: Value, record: ResultRecord): string {
  const link = `<a href="#${valueAnchor(place)}">${escaped(name)}</a>`
  const state = reviewState(field, record).replace('_', ' ')
  const cells = [field.value ?? '', field.raw ?? '', state].map(
    (text) => `<td>${escaped(text)}</td>`,
  )
  return `<tr><td>${link}</td>${cells.join('')}</tr>`
}

function pageSection(
  page: number,
  values: readonly Value[],
  record: ResultRecord,
  hasPicture: (picture: string) => boolean,
): string {
  const here = values.filter(({ field }) => field.provenance.page === page)
  const [width, height] = here[0]?.field.provenance.page_size ?? [1, 1]
  const picture = pagePicture(record, page)
  const image = hasPicture(picture)
    ? `<img src="${picture}" alt="Page ${page} as it was read">`
    : '<p>There is no picture of this page: its file could not be opened when this was written.</p>'
  return `<h2>Page ${page}</h2>
<div class="page" style="aspect-ratio:${number(width)}/${number(height)}">${image}
${here.map((value) => box(value, record)).join('\n')}
</div>`
}

function box({ name, place, field }: Value, record: ResultRecord): string {
  const { bbox, page_size } = field.provenance
  const [x0, y0, x1, y1] = bbox
  const [width, height] = page_size
  const share = (part: number, whole: number) => `${number((100 * part) / whole)}%`
  const at = [
    ...[`left:${share(x0, width)}`, `top:${share(y0, height)}`],
    ...[`width:${share(x1 - x0, width)}`, `height:${share(y1 - y0, height)}`],
  ]
  const words = `${name}: ${field.value ?? ''}`
  const kind = reviewState(field, record) === 'needs_review' ? 'box look' : 'box'
  return `<a class="${kind}" id="${valueAnchor(place)}" href="#${valueAnchor(place)}" style="${at.join(';')}" title="${escaped(words)}"></a>`
}

const number = (value: number) => String(Number(value.toFixed(3)))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const style = `
:root{color-scheme:light;font:14px/1.4 Inter,system-ui,sans-serif;color:#1d2326;background:#f7f5f1}
body{max-width:1080px;margin:24px auto;padding:0 16px}
h1{font-size:20px;unicode-bidi:isolate;overflow-wrap:anywhere}h2{font-size:16px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:2px 12px 2px 0;vertical-align:top;overflow-wrap:anywhere}
a{color:#0e5c74}
.page{position:relative;background:#fff;border:1px solid #cfcac0}
.page img{display:block;width:100%;height:100%}
.box{position:absolute;border:1px solid #0e5c74;box-sizing:content-box;margin:-2px;padding:1px}
.look{border-color:#8f5200}
.box:target{outline:3px solid #0e5c74;background:rgb(14 92 116/.15);scroll-margin:40vh}
`
