import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { expect, folderOf, looks, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

test(
  'home, batch and document in light and dark, large and small',
  looks,
  async ({ page, host }) => {
    const shoot = async (name: string) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
        await expectAccessible(page, `${name}, ${scheme}`)
        for (const size of sizes) {
          await page.setViewportSize(size)
          const fitsInWidth = await page.evaluate(
            () => document.documentElement.scrollWidth <= window.innerWidth,
          )
          expect(fitsInWidth, `${name} fits ${size.width} px`).toBe(true)
          await page.screenshot({
            path: join(pictures, `${name}-${scheme}-${size.width}x${size.height}.png`),
          })
        }
      }
    }

    await expect(page.getByRole('button', { name: 'Try it with samples' })).toBeVisible()
    await shoot('empty-home')
    await readFolder(
      page,
      folderOf(host, 'March invoices', [
        'credit-note-en-uk-larkspur-linen.pdf',
        'invoice-de-elektro-funkenfeder-two-pages.pdf',
        'invoice-de-tischlerei-eichblatt-scan.pdf',
        'invoice-en-ie-mossgate-software.pdf',
        'invoice-en-uk-harbour-and-finch.pdf',
        'invoice-en-us-cedar-loop-studio.pdf',
        'receipt-en-us-bluebird-diner.webp',
      ]),
    )
    await expect(page.getByText(/Done|Needs review/).first()).toBeVisible({ timeout: 60_000 })
    await shoot('running-batch')
    await page.goto(`${new URL(host.url).origin}/#/`)
    await shoot('home')
    await page.getByText('March invoices').click()
    await untilFinished(page)
    await shoot('finished-batch')
    await page.getByText('invoice-de-elektro-funkenfeder-two-pages.pdf').click()
    await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: 'Invoice number' }).focus()
    await expect(page.locator('[data-box][aria-current]')).toBeVisible()
    await shoot('document')
    await page.keyboard.press('Escape')
    await page.getByText('receipt-en-us-bluebird-diner.webp').click()
    await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
    await shoot('document-review')
  },
)
