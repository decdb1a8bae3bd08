import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, folderOf, test, untilFinished } from './withHost.ts'

const sample = 'invoice-en-us-cedar-loop-studio.pdf'

test('a dropped folder is read with the folders in it', async ({ page, host }) => {
  const folder = folderOf(host, 'May', [sample])
  folderOf(host, 'May/late', ['invoice-en-uk-harbour-and-finch.pdf'])
  const target = await page.getByRole('region', { name: 'New batch' }).boundingBox()
  if (!target) throw new Error('the drop zone is on the screen')
  const browser = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver'] as const)
    await browser.send('Input.dispatchDragEvent', dragOf(type, target, folder))
  await expect(page.getByText('Let go to start reading')).toBeVisible()
  await browser.send('Input.dispatchDragEvent', dragOf('drop', target, folder))

  await expect(page.getByRole('heading', { name: 'May' })).toBeVisible()
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 2' })).toBeVisible()
  await expect(page.getByText(sample)).toBeVisible()
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

function dragOf(
  type: 'dragEnter' | 'dragOver' | 'drop',
  target: { x: number; y: number },
  folder: string,
) {
  return {
    type,
    x: target.x + 40,
    y: target.y + 40,
    data: { items: [], files: [folder], dragOperationsMask: 1 },
  }
}
