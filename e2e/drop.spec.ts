import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropFolder } from './dropFolder.ts'
import { expect, folderOf, test, untilFinished } from './withHost.ts'

const sample = 'invoice-en-us-cedar-loop-studio.pdf'

test('a dropped folder is read with the folders in it', async ({ page, host }) => {
  const folder = folderOf(host, 'May', [sample])
  folderOf(host, 'May/late', ['invoice-en-uk-harbour-and-finch.pdf'])
  await dropFolder(page, folder)
  const sheet = page.getByRole('dialog', { name: 'Read “May”?' })
  await expect(sheet).toContainText('2files to read', { timeout: 60_000 })
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'May' })).toBeVisible()
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 2' })).toBeVisible()
  await expect(page.getByText(sample)).toBeVisible()
})

test('several are dropped at once, and what is dropped on the open sheet joins them', async ({
  page,
  host,
}) => {
  const looked = { timeout: 60_000 }
  const may = folderOf(host, 'May', [sample])
  const june = folderOf(host, 'June', ['invoice-en-uk-harbour-and-finch.pdf'])
  const loose = join(
    folderOf(host, 'Loose', ['invoice-en-ie-mossgate-software.pdf']),
    'invoice-en-ie-mossgate-software.pdf',
  )
  await dropFolder(page, [may, loose])
  const sheet = page.getByRole('dialog', { name: /^Read “/ })
  await expect(sheet).toContainText('2files to read', looked)
  await sheet.getByRole('textbox', { name: 'Name' }).fill('All of it')
  await dropFolder(page, june, { over: sheet, words: 'Let go to add these to the batch' })
  await expect(sheet).toContainText('3files to read', looked)
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('All of it')
  await sheet.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'All of it' })).toBeVisible()
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 3' })).toBeVisible()
})

test('dropped files without a folder are read too', async ({ page, host }) => {
  const bytes = readFileSync(join(folderOf(host, 'May', [sample]), sample)).toString('base64')
  const dropped = await page.evaluateHandle(
    ([name, bytes]) => {
      const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type: 'application/pdf' }))
      return transfer
    },
    [sample, bytes] as const,
  )
  await page.getByRole('region', { name: 'New batch' }).dispatchEvent('drop', {
    dataTransfer: dropped,
  })
  await untilFinished(page)
  await expect(page.getByText(sample).first()).toBeVisible()
})
