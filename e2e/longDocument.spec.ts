import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { ask, expect, test, untilFinished } from './withHost.ts'

const pages = 900

async function writeLong(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const pdf = new PDFDocument({ size: 'A5', autoFirstPage: false })
  const file = createWriteStream(join(folder, 'long.pdf'))
  pdf.pipe(file)
  for (let page = 1; page <= pages; page++) {
    pdf.addPage().fontSize(11)
    if (page === 1) pdf.text('Invoice').text('Invoice number: INV-7001')
    pdf.text(`Delivered on lorry ${page} of the season, as agreed with the foreman of the site.`)
    pdf.text(page === 700 ? 'Total: GBP 4711.00' : 'The next delivery follows.')
    pdf.text(`Page ${page} of ${pages}`)
  }
  pdf.end()
  await finished(file)
}

test('of a file of 900 pages those near the view are drawn, and any other is a key away', async ({
  page,
  host,
}) => {
  test.setTimeout(180_000)
  const folder = join(host.home, 'Long')
  await writeLong(folder)
  const { origin } = new URL(page.url())
  const { id: batchId } = await ask(page, 'batch.create', { paths: [folder], template: 'invoice' })
  await page.goto(`${origin}/#/batch/${batchId}`)
  await untilFinished(page)
  const { rows } = await ask(page, 'batch.documents', { batchId })
  const itemId = rows[0]?.itemId ?? 0
  const whole = Array.from({ length: pages }, (_, i) => i + 1)
  const { documents } = await ask(page, 'item.arrange', { itemId, documents: [{ pages: whole }] })
  const documentId = documents[0]?.id ?? ''
  await page.goto(`${origin}/#/document/${documentId}`)
  const drawn = page.locator('[data-pages] img')
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  await expect(page.locator('[data-page]')).toHaveCount(pages)
  expect(await drawn.count()).toBeLessThanOrEqual(8)

  const sheet = page.getByRole('region', { name: 'Pages of the document' })
  await sheet.focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('img', { name: `Page ${pages}`, exact: true })).toBeVisible()
  expect(await drawn.count()).toBeLessThanOrEqual(8)
  await page.keyboard.press('PageUp')
  await expect(page.getByText(`${pages - 1} of ${pages}`)).toBeVisible()

  // A word that stands on one page alone is shown there, with its page.
  const number = page.getByRole('textbox', { name: 'Invoice number', exact: true })
  await expect(number).toHaveValue('INV-7001')
  await number.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4711')
  const hit = page.locator('[data-hit][data-chosen]')
  await expect(hit).toHaveAttribute('data-hit', /4711/)
  await expect(hit).toBeInViewport()
  await expect(page.getByRole('img', { name: 'Page 700', exact: true })).toBeVisible()
  await page.keyboard.press('Control+Space')
  await expect(number).toHaveValue(/4711/)
  const mark = page.locator('[data-box][aria-current="true"]')
  await expect(mark).toBeInViewport()
  expect(await drawn.count()).toBeLessThanOrEqual(8)
  const { fields } = await ask(page, 'document.get', { documentId })
  const filled = fields.find(({ name }) => name === 'invoice_number')
  expect(filled?.provenance?.page).toBe(700)
  // Another field's place is far away, and comes into sight with it.
  await page.keyboard.press('Control+z')
  await expect(number).toHaveValue('INV-7001')
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeInViewport()
})
