import type { Locator, Page } from 'playwright/test'
import type { DocumentView } from '../electron/views.ts'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const invoice = 'invoice-en-us-cedar-loop-studio.pdf'

/** Opens a sample as it was read, and gives what the core knows about it. */
async function openSample(page: Page, folder: string, name: string): Promise<DocumentView> {
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  // Rows become documents just then: a click between two of them opens none.
  await expect(async () => {
    await page.getByRole('row', { name }).click({ timeout: 2000 })
    const picture = page.getByRole('img', { name: 'Page 1', exact: true })
    await expect(picture).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 30_000 })
  const { rows } = await ask(page, 'batch.documents', { batchId })
  const documentId = rows.find(({ filename }) => filename === name)?.documentId ?? ''
  return ask(page, 'document.get', { documentId })
}

const fieldNamed = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Where on the screen a word of the first page stands. */
async function placeOf(page: Page, documentId: string, text: string) {
  const [first] = await ask(page, 'document.words', { documentId })
  const word = first?.words.find(([printed]) => printed === text)
  const sheet = await page.getByRole('img', { name: 'Page 1', exact: true }).boundingBox()
  if (!first || !word || !sheet) throw new Error(`no word ${text} on the page`)
  const scale = sheet.width / first.size[0]
  const [, left, top, right, bottom] = word
  return {
    left: sheet.x + left * scale,
    right: sheet.x + right * scale,
    y: sheet.y + ((top + bottom) / 2) * scale,
    middle: sheet.x + ((left + right) / 2) * scale,
  }
}

/** Takes back every act on a document; gives their kinds, the latest first. */
async function takeBackAll(page: Page, documentId: string) {
  const kinds: string[] = []
  for (;;) {
    const { undo } = await ask(page, 'document.moves', { documentId })
    if (undo === null) return kinds
    kinds.push(undo)
    await ask(page, 'document.undo', { documentId })
  }
}

const markOf = async (page: Page): Promise<number> =>
  (await page.locator('[data-box][aria-current]').boundingBox())?.y ?? 0

test('a document is reviewed with keys alone, and the next one opens', async ({ page, host }) => {
  const names = [invoice, 'invoice-de-tischlerei-eichblatt-scan.pdf']
  const view = await openSample(page, folderOf(host, 'Keys', names), invoice)
  const doubtful = view.fields.filter(({ needsReview }) => needsReview)
  const others = doubtful.map(({ label }) => label).slice(1)
  expect([doubtful[0]?.label, others[0]]).toEqual(['Invoice date', 'Due date'])
  const [date, due] = [fieldNamed(page, 'Invoice date'), fieldNamed(page, 'Due date')]
  await expect(date).toBeFocused()
  await expect(page.getByText('Day and month could be swapped.')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Invoice date as printed on page 1' })).toBeVisible()

  await page.setViewportSize({ width: 900, height: 600 })
  await expect(date, 'drawn anew below its page, it is the one to type into still').toBeFocused()
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect(date).toBeFocused()

  await page.keyboard.press('Tab')
  await expect(due).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(fieldNamed(page, 'Invoice number')).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')

  await page.keyboard.press('Alt+2')
  await expect(date).toHaveValue(
    view.fields.find((one) => one.name === 'issue_date')?.candidates[1]?.value ?? '',
  )
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('F8')
  for (const label of others) {
    await expect(fieldNamed(page, label)).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('accepted', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Everything agrees')).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveTitle(/eichblatt/)
  const reviewOf = async (documentId: string | null) =>
    (await ask(page, 'document.get', { documentId: documentId ?? '' })).review
  expect(await reviewOf(view.id)).toBe('approved')
  expect(await reviewOf(view.nextId ?? view.previousId), 'not by a double press').toBe('none')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page).toHaveTitle(/cedar/)
  expect(await reviewOf(view.id)).toBe('none')
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Approved by you')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveTitle(/eichblatt/)

  const scan = await ask(page, 'document.get', { documentId: view.nextId ?? view.previousId ?? '' })
  const cells = scan.tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)))
  const unsettled = [...scan.fields, ...cells].filter(({ needsReview }) => needsReview)
  const stops = [await page.locator(':focus').getAttribute('id')]
  for (const _ of unsettled.slice(1)) {
    await page.keyboard.press('Tab')
    stops.push(await page.locator(':focus').getAttribute('id'))
  }
  expect(stops.toSorted(), 'Tab stops at nothing in between').toEqual(
    unsettled.map(({ id }) => `field-${id}`).toSorted(),
  )
})

test('a field is filled by a click, by a box and by typing two letters', async ({ page, host }) => {
  const view = await openSample(page, folderOf(host, 'Fill', [invoice]), invoice)
  const order = fieldNamed(page, 'Order number')
  await order.click()
  await expect(order).toHaveValue('')
  const { middle, y } = await placeOf(page, view.id, 'Billed')
  await page.mouse.click(middle, y)
  await expect(order).toHaveValue('Billed')
  await expect(order).toBeFocused()

  await page.keyboard.type('xx')
  await expect(order).not.toHaveValue('Billed')
  await page.mouse.click(middle, y)
  await expect(order, 'what was typed gives way to the value that was there').toHaveValue('Billed')

  const from = await placeOf(page, view.id, 'Brand')
  const to = await placeOf(page, view.id, 'refresh:')
  await page.mouse.move(from.left - 3, from.y - 6)
  await page.mouse.down()
  await page.mouse.move(to.right + 3, to.y + 6, { steps: 4 })
  await page.mouse.up()
  await expect(order).toHaveValue('Brand refresh:')
  const marked = await markOf(page)

  await page.keyboard.press('F2')
  await page.keyboard.type('pr')
  await expect(page.locator('[data-hit][data-chosen]')).toHaveAttribute('data-hit', /^pr/i)
  const count = await page.locator('[data-hit]').count()
  const first = await page.locator('[data-chosen]').getAttribute('data-hit')
  expect(count).toBeGreaterThan(0)
  await page.keyboard.press('Control+Space')
  await expect(order).toHaveValue(first ?? '')
  await expect.poll(() => markOf(page)).not.toBe(marked)
  await expect(page.locator('[data-hit]')).toHaveCount(0)

  await page.reload()
  await expect(order).toHaveValue(first ?? '')
  await page.keyboard.press('Control+z')
  await expect(order).toHaveValue('Brand refresh:')
  await page.keyboard.press('Control+z')
  await expect(order).toHaveValue('Billed')
  await page.reload()
  await expect(order).toHaveValue('Billed')
  await page.keyboard.press('Control+Shift+z')
  await expect(order).toHaveValue('Brand refresh:')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(order).toHaveValue(first ?? '')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled()
})

test('rows are added, filled, deleted and taken back, and the arithmetic follows', async ({
  page,
  host,
}) => {
  await openSample(page, folderOf(host, 'Rows', [invoice]), invoice)
  const items = page.getByRole('region', { name: 'Line items' })
  const rows = items.locator('tbody tr')
  const arithmetic = page.getByRole('region', { name: 'Arithmetic' })
  await expect(rows).toHaveCount(3)
  await expect(arithmetic).not.toContainText('does not add up')
  const total = (row: number): Locator =>
    items.getByRole('textbox', { name: `, row ${row}` }).last()

  await total(3).focus()
  await page.keyboard.press('Alt+Enter')
  await expect(rows).toHaveCount(4)
  await expect(items.getByRole('textbox', { name: ', row 4' }).first()).toBeFocused()
  await total(4).fill('10.00')
  await total(4).press('Enter')
  await expect(arithmetic).toContainText('does not add up')

  await total(4).focus()
  await page.keyboard.press('Alt+Delete')
  await expect(rows).toHaveCount(3)
  await expect(arithmetic).not.toContainText('does not add up')
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(4)
  await page.keyboard.press('Control+y')
  await expect(rows).toHaveCount(3)

  await items.getByRole('button', { name: 'Row 1: add, delete, split or merge' }).click()
  await page.getByRole('menuitem', { name: 'Merge with next' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(3)
})

test('a type is changed, a page turned, a document postponed and rejected', async ({
  page,
  host,
}) => {
  const second = 'invoice-de-tischlerei-eichblatt-scan.pdf'
  const view = await openSample(page, folderOf(host, 'Menu', [invoice, second]), invoice)
  await page.keyboard.press('Alt+t')
  await page.getByRole('menuitem', { name: 'Receipt' }).click()
  await expect(fieldNamed(page, 'Merchant')).toBeVisible()
  await expect(fieldNamed(page, 'Date')).toBeFocused()
  await page.keyboard.press('Control+z')
  const date = fieldNamed(page, 'Invoice date')
  await expect(date, 'what had the keyboard is gone').toBeFocused()

  const shape = async () => {
    const box = await page.getByRole('img', { name: 'Page 1', exact: true }).boundingBox()
    return box && box.width > box.height ? 'lying' : 'upright'
  }
  expect(await shape()).toBe('upright')
  await page.keyboard.press('Alt+.')
  await expect.poll(shape).toBe('lying')
  await expect(date).toBeFocused()
  const crop = page.getByRole('img', { name: 'Invoice date as printed on page 1' })
  await expect(crop, 'the field that was found anew is the one in focus').toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(shape).toBe('upright')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeDisabled()
  await page.getByRole('button', { name: 'Redo' }).press('Enter')
  await expect.poll(shape).toBe('lying')
  await undo.press('Enter')
  await expect.poll(shape).toBe('upright')
  await expect(undo, 'it keeps the keyboard').toBeFocused()

  await page.keyboard.press('Alt+p')
  await expect(page).toHaveTitle(/eichblatt/)
  await page.keyboard.press('Alt+x')
  const dialog = page.getByRole('dialog', { name: 'Reject this document?' })
  await dialog.getByLabel('Reason').fill('Not addressed to us')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Rejected: Not addressed to us')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveTitle(/cedar/)
  await expect(page.getByText(/^Postponed to the end: it comes back/)).toBeVisible()
  const stored = await ask(page, 'document.get', { documentId: view.id })
  expect(stored.postponed).not.toBeNull()
})

test('however slow the host is, a document stays as it is shown, nothing typed is lost, and nothing is done twice', async ({
  page,
  host,
}) => {
  const second = 'invoice-en-us-ridgeline-supply.pdf'
  const view = await openSample(page, folderOf(host, 'Slow', [invoice, second]), invoice)
  const other = await ask(page, 'document.get', { documentId: view.nextId ?? '' })
  // It has been looked up by now, and nothing else of it is to come.
  await page.waitForLoadState('networkidle')
  let late = 0
  let gate = Promise.resolve()
  let delay = (name: string): number => (name === 'document.get' ? 1500 : 0)
  await page.route('**/call', async (route) => {
    const ms = delay(route.request().postDataJSON().name)
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, ms))
    if (route.request().postDataJSON().name === 'document.get') await gate
    await route.fulfill({ response })
    if (ms > 0) late++
  })
  await page.keyboard.press('Alt+p')
  await expect(page).toHaveTitle(/ridgeline/)
  const left = async () =>
    Number.parseInt((await page.getByText(/^\d+ fields? to look at$/).textContent()) ?? '', 10)
  const before = await left()
  await page.keyboard.press('Enter')
  await expect.poll(left).toBe(before - 1)
  const field = page.locator('textarea:focus')
  await field.fill('typed at once')
  await expect.poll(() => late, { timeout: 10_000 }).toBeGreaterThan(0)
  await expect(page).toHaveTitle(/ridgeline/)
  await expect(field).toHaveValue('typed at once')
  expect(await left()).toBe(before - 1)

  delay = () => 0
  await page.keyboard.press('Escape')
  for (const { id } of [view, other]) await takeBackAll(page, id)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page).toHaveTitle(/cedar/)
  delay = () => 500
  const number = fieldNamed(page, 'Invoice number')

  await number.fill('MINE-1')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page).toHaveTitle(/ridgeline/)
  await expect(number).toHaveValue(
    other.fields.find(({ name }) => name === 'invoice_number')?.value ?? '',
  )
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page).toHaveTitle(/cedar/)
  await expect(number).toHaveValue('MINE-1')

  await number.fill('MINE-2')
  await page.keyboard.press('Enter')
  await number.fill('MINE-3')
  await page.waitForLoadState('networkidle')
  await expect(number, 'newer than what the host answers').toHaveValue('MINE-3')
  await page.keyboard.press('Escape')
  await expect(number).toHaveValue('MINE-2')

  await page.keyboard.press('Alt+.')
  await page.keyboard.press('Control+z')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('F8')
  const doubtful = view.fields.filter(({ needsReview }) => needsReview)
  for (const { label } of [...doubtful, ...doubtful]) {
    await page.keyboard.press('Enter')
    await expect(fieldNamed(page, label)).not.toBeFocused()
  }
  await expect(page.getByText(/^Everything agrees$|^Please look it over$/)).toBeVisible()
  await page.getByRole('textbox', { name: ', row 2' }).last().focus()
  await page.keyboard.press('Alt+Delete')
  await page.keyboard.press('Alt+Delete')
  await expect(page.getByRole('textbox', { name: ', row 3' })).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Alt+p')
  await expect(page).toHaveTitle(/ridgeline/)
  await page.waitForLoadState('networkidle')
  delay = () => 0
  expect(await takeBackAll(page, view.id)).toEqual([
    'postponed',
    'rows_edited',
    ...doubtful.map(() => 'accepted'),
    'corrected',
    'corrected',
  ])
  expect(await takeBackAll(page, other.id)).toEqual([])

  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  gate = promise
  await page.reload()
  const opening = page.getByRole('status', { name: 'Opening the document' })
  await expect(opening).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+p')
  await expect(opening).toBeVisible()
  letGo()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  expect(await takeBackAll(page, other.id), 'nobody has seen it').toEqual([])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('one field of all documents is checked on one screen', async ({ page, host }) => {
  const second = 'invoice-en-us-ridgeline-supply.pdf'
  const view = await openSample(page, folderOf(host, 'Grid', [invoice, second]), invoice)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: 'Field' }).selectOption('issue_date')
  const value = page.getByRole('textbox', { name: `Invoice date of ${invoice}` })
  await expect(value).toBeFocused()
  await expect(page.getByText('1 of 2 values to look at')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 values, nothing left to look at')).toBeVisible()
  const last = page.getByRole('textbox', { name: `Invoice date of ${second}` })
  await expect(last).toBeFocused()
  const printed = await last.inputValue()
  await page.keyboard.type('2026-01-31')
  await page.keyboard.press('Enter')
  await expect(page.getByText('by hand'), 'kept, though there is no card to go on to').toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(last).toHaveValue(printed)
  await page.keyboard.press('Control+y')
  await expect(last).toHaveValue('2026-01-31')
  await page.keyboard.press('Control+z')
  await expect(last).toHaveValue(printed)

  // The host is slow: what is typed meanwhile is newer than its answer, and one wish is one act.
  await page.route('**/call', async (route) => {
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.fulfill({ response })
  })
  await last.fill('2026-01-31')
  await page.keyboard.press('Enter')
  await last.fill('2026-02-28')
  await expect(page.getByText('by hand')).toBeVisible()
  await expect(last).toHaveValue('2026-02-28')
  await page.keyboard.press('Escape')
  await expect(last).toHaveValue('2026-01-31')
  await page.unrouteAll({ behavior: 'wait' })
  await page.keyboard.press('Control+z')
  await expect(last).toHaveValue(printed)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 of 2 values to look at')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 values, nothing left to look at')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 of 2 values to look at'), 'all of it as one act').toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 values, nothing left to look at')).toBeVisible()
  const onwards = page.getByRole('link', { name: /^Go on with .+ \(\d+ to look at\)$/ })
  await expect(onwards).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await expect(page).toHaveTitle(/cedar/)
  const stored = await ask(page, 'document.get', { documentId: view.id })
  expect(stored.fields.find(({ name }) => name === 'issue_date')?.accepted).toBe(true)
  await page.keyboard.press('Control+z')
  const doubtful = view.fields.filter(({ needsReview }) => needsReview).length
  await expect(page.getByText(`${doubtful} fields to look at`)).toBeVisible()
})
