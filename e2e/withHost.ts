import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import type { CommandName, Input, Output, Result } from '../electron/contract.ts'
import { type StartedHost, startHost } from './startHost.ts'

export { expect }

/** Of a test that goes through views in every size and both themes: `npm run e2e` has it, `npm test` has no time for it. */
export const looks = { tag: '@looks' }

/** Every test has a Sheaf of its own, open in the page, and fails on what the console complains of. */
export const test = base.extend<{ host: StartedHost }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it.
    async ({}, use) => {
      const host = await startHost()
      await use(host)
      await host.stop()
    },
    { timeout: 60_000 },
  ],
  page: async ({ page, host }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.goto(host.url)
    await expect(page.getByRole('button', { name: 'Choose folder…' })).toBeVisible()
    await use(page)
    expect(complaints).toEqual([])
  },
})

const samples = join(import.meta.dirname, '..', 'resources', 'samples')

/** A folder in the user's home with some of the samples in it. */
export function folderOf(host: StartedHost, name: string, files: readonly string[]): string {
  const folder = join(host.home, name)
  mkdirSync(folder, { recursive: true })
  for (const file of files) copyFileSync(join(samples, file), join(folder, basename(file)))
  return folder
}

/** Chooses from the open menu, once it has taken the keyboard, which it does a moment after it is there. */
export async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await expect(page.locator('[role="menu"]:focus-within')).toBeVisible()
  await page.getByRole('menuitem', { name, exact: true }).press('Enter')
}

/** Waits until the batch in sight says that it is finished. */
export async function untilFinished(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText(/Finished in /, {
    timeout: 90_000,
  })
}

/** Asks the core itself, to compare with what the page shows. */
export async function ask<N extends CommandName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await page.evaluate(
    async ([name, input]) => {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      })
      return (await response.json()) as Result<unknown>
    },
    [name, input] as const,
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value as Output<N>
}

/** Starts a batch from a folder by its path, as the folder browser would, and opens it. */
export async function readFolder(page: Page, path: string): Promise<string> {
  const batch = await ask(page, 'batch.create', { paths: [path] })
  await page.goto(`${new URL(page.url()).origin}/#/batch/${batch.id}`)
  return batch.id
}
