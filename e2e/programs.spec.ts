import { join } from 'node:path'
import { expectAccessibleInBoth } from './axe.ts'
import { expect, test } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')

test('a program is let in with the keyboard alone, used, and shut out again', async ({
  page,
  host,
  request,
}) => {
  // Eight looks by axe in between.
  test.setTimeout(300_000)
  await page.getByRole('link', { name: 'Settings' }).click()
  const part = page.getByRole('region', { name: 'Other programs' })
  await expect(part).toContainText('None yet.')
  const origin = new URL(page.url()).origin
  const ask = (key: string) =>
    request.get(`${origin}/v1/batches`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask('sheaf_guess')).status()).toBe(403)

  await part.getByRole('switch', { name: 'Answer other programs' }).press('Space')
  await expect(part).toContainText(`${origin}/v1`)
  await part.getByRole('button', { name: 'Copy address' }).focus()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Enter')
  await expect(part.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect((await ask('sheaf_guess')).status()).toBe(401)

  await part.getByRole('button', { name: 'Add a program' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Invoice robot')
  await dialog.getByLabel('Folders whose files it may name').fill(host.home)
  await dialog.getByLabel('Its key expires').selectOption('90')
  await expectAccessibleInBoth(page, 'a program to add')
  await page.screenshot({ path: join(pictures, 'programs-add.png') })
  await dialog.getByLabel('Name', { exact: true }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Copy key' })).toBeFocused()
  await expectAccessibleInBoth(page, 'the key of a program')
  await page.screenshot({ path: join(pictures, 'programs-key.png') })
  await page.keyboard.press('Enter')
  const key = await page.evaluate(() => navigator.clipboard.readText())
  expect(key).toMatch(/^sheaf_[\w-]{43}$/)
  await dialog.getByRole('button', { name: 'I have kept it' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('body')).not.toContainText(key)

  const row = part.getByRole('listitem')
  await expect(row).toContainText(/Invoice robot.*May begin batches.*never used/)
  expect((await ask(key)).status()).toBe(200)
  await page.reload()
  await expect(row).toContainText(/last used Today/)
  await part.scrollIntoViewIfNeeded()
  await expectAccessibleInBoth(page, 'other programs')
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await part.scrollIntoViewIfNeeded()
      await page.screenshot({ path: join(pictures, `programs-${colorScheme}-${width}.png`) })
    }

  await row.getByRole('button', { name: 'Revoke the key of Invoice robot' }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await expectAccessibleInBoth(page, 'a key to revoke')
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).press('Enter')
  await expect(row).toContainText('Revoked')
  expect((await ask(key)).status()).toBe(401)

  await part.getByRole('switch', { name: 'Answer other programs' }).press('Space')
  await expect(part.getByRole('button', { name: 'Copy address' })).toBeHidden()
  await expect.poll(async () => (await ask(key)).status()).toBe(403)
})
