import { expect, test } from 'vitest'
import { evidencePage } from './evidencePage.ts'
import { exampleField, exampleRecord } from './exampleRecords.ts'

const record = exampleRecord({
  filename: '<script>alert(1)</script>\n.pdf',
  fields: [
    exampleField('seller_name', 'name', '“A” & <b>'),
    exampleField('due_date', 'date', null),
    exampleField('total', 'amount', '1.00', { needs_review: true }),
  ],
})

test('each value has its box at its share of the page, under its own name', () => {
  const html = evidencePage(record, () => true)
  expect(html).toContain('<img src="pages/1-1.webp"')
  const box = html.match(/<a class="box" id="v1"[^>]*>/)?.[0]
  expect(box).toContain('left:12.095%;top:11.937%;width:21.524%;height:1.366%')
  expect(html).toMatch(/<a class="box look" id="v3"/)
  expect(html).not.toContain('id="v2"')
  expect(html).toContain('<a href="#v3">total</a>')
})

test('what a file or a value says is text, whatever it says', () => {
  const html = evidencePage(record, () => true)
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).toContain('“A” &amp; &lt;b&gt;')
  expect(html).not.toMatch(/<script|<b>/)
  expect(html).toContain("default-src 'none'")
})

test('a page without a picture says so', () => {
  const html = evidencePage(record, () => false)
  expect(html).not.toContain('<img')
  expect(html).toContain('There is no picture of this page')
})
