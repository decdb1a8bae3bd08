import type { Page } from 'playwright/test'
import { expect } from './withHost.ts'

/** Drags folders or files of the computer over the drop zone, or over a sheet, and lets them go there. */
export async function dropFolder(
  page: Page,
  folders: string | readonly string[],
  {
    over = page.getByRole('region', { name: 'New batch' }),
    words = 'Let go to start reading',
  } = {},
): Promise<void> {
  const target = await over.boundingBox()
  if (!target) throw new Error('the drop zone is on the screen')
  const browser = await page.context().newCDPSession(page)
  const files = [folders].flat()
  for (const type of ['dragEnter', 'dragOver'] as const)
    await browser.send('Input.dispatchDragEvent', dragOf(type, target, files))
  await expect(page.getByText(words)).toBeVisible()
  await browser.send('Input.dispatchDragEvent', dragOf('drop', target, files))
}

function dragOf(
  type: 'dragEnter' | 'dragOver' | 'drop',
  target: { x: number; y: number },
  files: string[],
) {
  return {
    type,
    x: target.x + 40,
    y: target.y + 40,
    data: { items: [], files, dragOperationsMask: 1 },
  }
}
