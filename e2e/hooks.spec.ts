import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Receiver, startReceiver } from '../electron/core/testing/receiver.ts'
import { expectAccessible, expectAccessibleInBoth } from './axe.ts'
import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]

let receiver: Receiver
test.afterEach(() => receiver.close())

test('a command and an address are added, tried and switched off; what leaves the machine is confirmed', async ({
  page,
}) => {
  receiver = await startReceiver([500, 200])
  await page.getByRole('link', { name: 'Settings' }).click()
  const part = page.getByRole('region', { name: 'When a batch is finished' })
  await expect(part).toContainText('Nothing else happens.')
  await expect(part.getByRole('switch', { name: 'Sound' })).not.toBeChecked()
  await part.getByRole('switch', { name: 'Sound' }).press('Space')
  await expect(part.getByRole('switch', { name: 'Sound' })).toBeChecked()

  await part.getByRole('button', { name: 'Add a command or an address…' }).press('Enter')
  await expect(part.getByRole('radio', { name: 'Run a command' })).toBeFocused()
  await part
    .getByLabel('The program, then one argument a line')
    .fill('/nowhere/book\n--file\n{export}')
  await part.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await expect(part.getByRole('button', { name: 'Add a command or an address…' })).toBeFocused()
  const hooks = page.getByRole('list', { name: 'After every batch' })
  await expect(hooks).toContainText('/nowhere/book --file {export}')
  await hooks.getByRole('button', { name: /^Test now: \/nowhere/ }).press('Enter')
  await expect(hooks).toContainText('The program “/nowhere/book” could not be started (ENOENT).')

  await part.getByRole('button', { name: 'Add a command or an address…' }).press('Enter')
  await part.getByText('Tell an address').click()
  await part.getByRole('textbox', { name: 'Address' }).fill('http://203.0.113.7/sheaf')
  await page.keyboard.press('Enter')
  await expect(part).toContainText('what is sent there leaves this machine')
  const add = part.getByRole('button', { name: 'Add', exact: true })
  await expect(add).toBeDisabled()
  await expectAccessibleInBoth(page, 'settings, an address elsewhere')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const size of sizes) {
      await page.setViewportSize(size)
      await add.scrollIntoViewIfNeeded()
      await page.screenshot({ path: join(pictures, `hooks-add-${scheme}-${size.width}.png`) })
    }
  }
  await part.getByLabel('It may leave this machine').press('Space')
  await expect(add).toBeEnabled()
  // An address that is changed is looked at again.
  await part.getByRole('textbox', { name: 'Address' }).fill(receiver.url)
  await expect(part.getByText('leaves this machine')).toBeHidden()
  await part.getByLabel('Secret (optional)').fill('Geheimnis')
  await add.press('Enter')
  await expect(hooks).toContainText('stays on this computer · signed with a secret')

  const test = hooks.getByRole('button', { name: `Test now: ${receiver.url}` })
  await test.press('Enter')
  await expect(hooks).toContainText('answered with status 500')
  await test.press('Enter')
  await expect(hooks.getByRole('listitem').nth(1)).toContainText('Done')
  const second = receiver.received[1]
  expect(second?.headers['x-sheaf-signature']).toBe(
    `sha256=${createHmac('sha256', 'Geheimnis')
      .update(second?.body ?? '')
      .digest('hex')}`,
  )

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const size of sizes) {
      await page.setViewportSize(size)
      await part.scrollIntoViewIfNeeded()
      await page.screenshot({ path: join(pictures, `hooks-settings-${scheme}-${size.width}.png`) })
    }
  }
  await expectAccessibleInBoth(page, 'settings with hooks')

  await hooks.getByRole('switch', { name: 'On: /nowhere/book --file {export}' }).press('Space')
  await expect(hooks).toContainText('switched off')
  await hooks.getByRole('button', { name: `Remove: ${receiver.url}` }).press('Enter')
  await page.reload()
  await expect(hooks.getByRole('listitem')).toHaveCount(1)
  await expect(hooks).toContainText('switched off')
})

test('after a batch its page shows what was done, and what failed can be tried again', async ({
  page,
  host,
}) => {
  receiver = await startReceiver([404, 404, 404, 200])
  const seen = join(host.folder, 'seen')
  const script = `require('node:fs').writeFileSync(${JSON.stringify(seen)}, process.argv[1])`
  for (const hook of [
    { kind: 'run', command: [process.execPath, '-e', script, '{batch_id}'] },
    { kind: 'post', url: receiver.url },
  ])
    await page.evaluate(
      (hook) =>
        fetch('/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'hook.add', input: { hook } }),
        }),
      hook,
    )
  const folder = folderOf(host, 'May', ['invoice-en-us-cedar-loop-studio.pdf'])
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  const after = page.getByRole('region', { name: 'After the batch' })
  await expect(after).toContainText('1 of 2 done, 1 failed', { timeout: 30_000 })
  await expect(after).toContainText('answered with status 404')
  await expect(after).toContainText('3 tries')
  expect(readFileSync(seen, 'utf8')).toBe(batchId)
  await expectAccessible(page, 'batch with hooks')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.screenshot({ path: join(pictures, `hooks-batch-${scheme}-${size.width}.png`) })
    }
  }
  await after.getByRole('button', { name: `Try again: ${receiver.url}` }).press('Enter')
  await expect(after).toContainText('2 of 2 done')
  // All is well: one line is enough, until somebody asks.
  await expect(after.getByRole('listitem')).toHaveCount(0)
  await after.getByRole('button', { name: /^After the batch/ }).press('Enter')
  await expect(after.getByRole('listitem')).toHaveCount(2)
  expect(existsSync(seen)).toBe(true)
})

test('a page that nobody looks at says at its end that the batch is finished', async ({
  page,
  host,
}) => {
  receiver = await startReceiver([200])
  const folder = folderOf(host, 'June', ['invoice-en-us-cedar-loop-studio.pdf'])
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
  await readFolder(page, folder)
  await untilFinished(page)
  await expect(page).toHaveTitle(/^✓ June: Finished/)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page).not.toHaveTitle(/✓/)
})
