import type { Page } from 'playwright/test'
import { expect } from './withHost.ts'

/** Drags a folder of the computer over the drop zone and lets it go there. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const target = await page.getByRole('region', { name: 'New batch' }).boundingBox()
  if (!target) throw new Error('the drop zone is on the screen')
  const browser = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver'] as const)
    await browser.send('Input.dispatchDragEvent', dragOf(type, target, folder))
  await expect(page.getByText('Let go to start reading')).toBeVisible()
  await browser.send('Input.dispatchDragEvent', dragOf('drop', target, folder))
}

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
