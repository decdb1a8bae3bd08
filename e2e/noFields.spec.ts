import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { expectAccessibleInBoth } from './axe.ts'
import { chooseFromMenu, expect, readFolder, test, untilFinished } from './withHost.ts'

const letter = 'letter.pdf'

async function writeLetter(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const pdf = new PDFDocument({ size: 'A5' })
  const file = createWriteStream(join(folder, letter))
  pdf.pipe(file)
  pdf.fontSize(12).text('Dear neighbours,').moveDown()
  pdf.text('on Saturday the roof of the bicycle shed is mended. Please take your bicycles out.')
  pdf.end()
  await finished(file)
  return folder
}

test('a document that no template fits says which key sets its type, and goes on from there', async ({
  page,
  host,
}) => {
  await readFolder(page, await writeLetter(join(host.home, 'Letters')))
  await untilFinished(page)
  await page.getByRole('row', { name: letter }).click()
  const fields = page.getByRole('region', { name: 'Fields' })
  await expect(fields).toContainText('No template fits this document')
  const set = fields.getByRole('button', { name: 'Set its type Alt T' })
  await expect(set).toBeVisible()
  await expect(fields.getByRole('link', { name: 'Make a template for it' })).toBeVisible()
  await expectAccessibleInBoth(page, 'a document of unknown type')
  await set.press('Enter')
  await chooseFromMenu(page, 'Receipt')
  await expect(fields.getByRole('textbox', { name: 'Merchant', exact: true })).toBeVisible()
  await expect(set).toBeHidden()
})
