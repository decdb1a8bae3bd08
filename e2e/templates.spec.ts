import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download, Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { dropFolder } from './dropFolder.ts'
import type { StartedHost } from './startHost.ts'
import { ask, expect, folderOf, looks, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const ridgeline = 'invoice-en-us-ridgeline-supply.pdf'
/** What is tried goes through the pool, which other tests may keep busy. */
const tried = { timeout: 60_000 }

const bill = {
  ...{ name: 'studio_bill', title: 'Studio bill', category: 'financial' },
  fields: [
    { name: 'subtotal', label: 'Subtotal', type: 'amount' },
    { name: 'sales_tax', label: 'Sales tax', type: 'amount', labels: ['Sales tax'] },
    { name: 'amount_due', label: 'Amount due', type: 'amount', labels: ['Amount due'] },
  ],
  rules: [{ code: 'adds_up', sum: ['subtotal', 'sales_tax'], equals: 'amount_due' }],
}

const bench = (page: Page) => page.getByRole('region', { name: 'Test bench' })
const onBench = (page: Page, file: string) => bench(page).getByRole('region', { name: file })
const editor = (page: Page) => page.getByRole('region', { name: 'Draft' })

async function openTemplate(page: Page, name: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/templates/${name}`)
  await expect(page.getByRole('button', { name: /^Save/ })).toBeVisible()
}

async function openTemplates(page: Page): Promise<Locator> {
  await page.goto(`${new URL(page.url()).origin}/#/templates`)
  const list = page.getByRole('list', { name: 'Templates' })
  await expect(list).toBeVisible()
  return list
}

/** A new field by keyboard: its label, and the type that begins as `type`. */
async function typeField(page: Page, label: string, type: string): Promise<void> {
  await page.keyboard.press('Alt+n')
  const fields = editor(page).getByRole('list', { name: 'Fields' })
  await expect(fields.getByRole('textbox', { name: 'Label' }).last()).toBeFocused()
  await page.keyboard.type(label)
  await page.keyboard.press('Tab')
  await page.keyboard.type(type)
}

async function choose(select: Locator, words: string): Promise<void> {
  await select.focus()
  await select.pressSequentially(words)
  await expect(select.locator('option:checked')).toHaveText(new RegExp(`^${words}`))
}

const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8')

/** Reads a bill with a template of its own and opens that. */
async function openTried(page: Page, host: StartedHost): Promise<void> {
  await ask(page, 'template.save', { template: bill, replaces: null })
  const batch = await ask(page, 'batch.create', {
    paths: [folderOf(host, 'Bills', [cedar])],
    template: 'studio_bill',
  })
  await page.goto(`${new URL(page.url()).origin}/#/batch/${batch.id}`)
  await untilFinished(page)
  await openTemplate(page, 'studio_bill')
}

test('a template from scratch finds its values on the bench as it is typed, and a batch uses it', async ({
  page,
  host,
}) => {
  await readFolder(page, folderOf(host, 'Bills', [cedar, ridgeline]))
  await untilFinished(page)
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { name: 'Templates' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Studio bill')
  await expect(page.getByRole('heading', { name: 'Studio bill' })).toBeVisible()
  await expect(bench(page)).toContainText('Choose a few documents above')
  await page.keyboard.press('Alt+b')
  await page.keyboard.type('cedar')
  const choices = bench(page).getByRole('list', { name: 'Documents that can be tried' })
  await expect(choices.getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(bench(page).getByRole('list', { name: /tried on/ })).toContainText(cedar)
  await expect(bench(page)).toContainText('Add a field to see what is found for it.')

  await typeField(page, 'Subtotal', 'Amount')
  const found = onBench(page, cedar)
  await expect(found).toContainText('Subtotal3695.00', tried)
  await typeField(page, 'Sales tax', 'Amount')
  await typeField(page, 'Payable', 'Amount')
  await expect(found).toContainText('Payablenot found', tried)
  const labels = editor(page).getByRole('textbox', { name: 'Words printed beside it' }).last()
  await labels.focus()
  await page.keyboard.type('Amount due')
  await page.keyboard.press('Enter')
  await expect(labels).toHaveValue('')
  await expect(found).toContainText('Payable3695.00', tried)

  await page.getByRole('button', { name: 'Add a rule' }).press('Enter')
  await choose(page.getByRole('combobox', { name: 'Part 1' }), 'Subtotal')
  await choose(page.getByRole('combobox', { name: 'Part 2' }), 'Sales tax')
  await choose(page.getByRole('combobox', { name: 'Sum', exact: true }), 'Payable')
  await expect(editor(page)).toContainText('Subtotal + Sales tax = Payable')
  await expect(found.getByRole('list', { name: 'Checks' })).toContainText('One check holds.', tried)

  const value = found.getByRole('button', { name: '3695.00' }).first()
  await value.press('Enter')
  await expect(found.getByRole('img', { name: 'Subtotal as printed on page 1' })).toBeVisible()
  await found.getByRole('button', { name: 'Show on page 1' }).press('Enter')
  await expect(page.getByRole('dialog').locator('[data-box][aria-current]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('Control+s')
  await expect(page.getByText('Your own, version 1')).toBeVisible()
  await expect(page).toHaveURL(/#\/templates\/studio_bill$/)

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for Studio bill' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Use for a new batch' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Read as' })).toHaveValue('studio_bill')
  await dropFolder(page, folderOf(host, 'More bills', [cedar]))
  // One file that can be read leaves nothing to decide.
  await untilFinished(page)
  await page.getByText(cedar).click()
  await expect(page.getByRole('textbox', { name: 'Payable' })).toHaveValue('3695.00')
})

test('the bench says what changed; versions tell their differences, and the first comes back', async ({
  page,
  host,
}) => {
  await openTried(page, host)
  // Documents of its own type are tried without being chosen.
  const found = onBench(page, cedar)
  await expect(found).toContainText('3 of 3 found', tried)
  await expect(found).not.toContainText('changed')

  await page.getByRole('button', { name: /^Sales tax/ }).press('Enter')
  await page.getByRole('button', { name: 'Take “Sales tax” away' }).press('Enter')
  const labels = page.getByRole('textbox', { name: 'Words printed beside it' })
  await expect(labels).toBeFocused()
  await page.keyboard.type('Amount due')
  await page.keyboard.press('Enter')
  await expect(found).toContainText('changed: was 0.00', tried)
  await bench(page)
    .getByRole('checkbox', { name: /only what is other/ })
    .press('Space')
  await expect(found.locator('[data-field="subtotal"]')).toBeHidden()
  await expect(found.locator('[data-field="sales_tax"]')).toBeVisible()
  await labels.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(labels).toBeFocused()
  await expect(editor(page).getByRole('list', { name: 'Fields' })).toContainText(
    /^Sales tax.*Subtotal.*Amount due/s,
  )
  await expect(page.getByText('Changed, not saved yet')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Your own, version 2')).toBeVisible()
  await expect(found).not.toContainText('was 0.00', tried)

  await page.keyboard.press('Alt+v')
  const versions = page.getByRole('dialog', { name: 'Versions' })
  await versions.getByRole('button', { name: 'What changed in version 2' }).press('Enter')
  const differences = versions.getByRole('list', { name: 'Differences' })
  await expect(differences).toContainText('Sales tax')
  await expect(differences).toContainText('Amount due')
  await versions.getByRole('button', { name: 'Bring back version 1' }).press('Enter')
  await expect(versions).toContainText('Version 3, the current one')
  await page.keyboard.press('Escape')
  await expect(versions).toBeHidden()
  await expect(page.getByText('Your own, version 3')).toBeVisible()
  await expect(editor(page).getByRole('list', { name: 'Fields' })).toContainText(
    /^Subtotal.*Sales tax.*Amount due/s,
  )
})

test('a field is looked for where a person says, and a pattern shows what it matches', async ({
  page,
  host,
}) => {
  await openTried(page, host)
  const found = onBench(page, cedar)
  await expect(found).toContainText('3 of 3 found', tried)

  await page.getByRole('button', { name: 'Subtotal Amount of money' }).press('Enter')
  await choose(page.getByRole('combobox', { name: 'Part of the page of Subtotal' }), 'In the upper')
  await expect(found).toContainText(/(lost|changed): was 3695.00/, tried)
  await page.getByRole('button', { name: 'Draw an area…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Where to look for Subtotal' })
  await expect(dialog.getByRole('img', { name: 'Page 1' })).toBeVisible()
  await expect(dialog.getByRole('status')).toContainText('From 0 % to 100 % across')
  await dialog.getByRole('button', { name: 'Clear' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('No area yet.')
  const box = await dialog.getByRole('img', { name: 'Page 1' }).boundingBox()
  if (!box) throw new Error('the page is on the screen')
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.3, { steps: 4 })
  await page.mouse.up()
  await expect(dialog.getByRole('status')).toContainText('From 40 % to 95 % across')
  const move = dialog.getByRole('button', { name: 'Move it with the arrow keys' })
  await move.press('ArrowRight')
  await expect(dialog.getByRole('status')).toContainText('From 41 % to 96 % across')
  await move.press('Shift+ArrowLeft')
  await expect(dialog.getByRole('status')).toContainText('From 41 % to 95 % across')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(editor(page)).toContainText('on any page, in an area of your own')
  await choose(page.getByRole('combobox', { name: 'Part of the page of Subtotal' }), 'Anywhere')
  await expect(found).not.toContainText('was 3695.00', tried)

  await editor(page).getByText('Advanced').nth(1).click()
  await editor(page).getByRole('textbox', { name: 'Pattern' }).fill('.*3,6.+')
  await expect(editor(page).getByRole('list', { name: 'Matches' })).toContainText('3,6', tried)
  await editor(page).getByRole('textbox', { name: 'Pattern' }).fill('3,(6')
  await expect(editor(page)).toContainText('is no regular expression', tried)
})

test('a schema of named entities is imported, and comes out of an export as it went in', async ({
  page,
}) => {
  await openTemplates(page)
  const entities = {
    named_entities: {
      order_number: { type: 'identifier', description: 'Of the buyer' },
      total: { type: 'money', description: '' },
    },
    required: ['total'],
  }
  const file = (name: string, text: string) => ({
    ...{ name, mimeType: 'application/json' },
    buffer: Buffer.from(text),
  })
  await page
    .getByLabel('Template file')
    .setInputFiles(file('Order slip.json', JSON.stringify(entities)))
  await expect(page.getByRole('heading', { name: 'Order slip' })).toBeVisible()
  const fields = editor(page).getByRole('list', { name: 'Fields' })
  await expect(fields).toContainText(/Order number.*Total.*required/s)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Your own, version 1')).toBeVisible()

  const list = await openTemplates(page)
  await expect(list).toContainText('Order slip')
  const exported = async (words: string) => {
    await page.getByRole('button', { name: 'More for Order slip' }).press('Enter')
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: words }).press('Enter')
    return textOf(await download)
  }
  expect(JSON.parse(await exported('Export as named entities…'))).toEqual(entities)
  const own = await exported('Export as Sheaf template…')
  const saved = await ask(page, 'template.get', { name: 'order_slip' })

  await page.getByRole('button', { name: 'More for Order slip' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(list).not.toContainText('Order slip')
  await page.getByLabel('Template file').setInputFiles(file('again.json', own))
  await expect(page.getByRole('heading', { name: 'Order slip' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/Your own, version \d/)).toBeVisible()
  const again = await ask(page, 'template.get', { name: 'order_slip' })
  expect({ ...again.template, version: 1 }).toEqual({ ...saved.template, version: 1 })

  await openTemplates(page)
  await page.getByLabel('Template file').setInputFiles(file('notes.json', 'no JSON'))
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The file could not be imported.',
  )
})

test('a template file that is dropped on the list is opened, with what of it is not understood', async ({
  page,
}) => {
  await openTemplates(page)
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    const text = JSON.stringify({
      title: 'Slip',
      fields: [{ name: 'total', label: 'Total', type: 'money' }],
    })
    transfer.items.add(new File([text], 'slip.json', { type: 'application/json' }))
    return transfer
  })
  const main = page.getByRole('main')
  await main.dispatchEvent('dragenter', { dataTransfer })
  await expect(main).toContainText('Let go to import')
  await main.dispatchEvent('drop', { dataTransfer })
  await expect(page.getByRole('heading', { name: 'Slip' })).toBeVisible()
  await expect(editor(page)).toContainText('Not all of the file was understood.')
  await expect(editor(page)).toContainText('is of the unknown type “money”')
  await expect(editor(page).getByRole('list', { name: 'Fields' })).toContainText('TotalText')
})

test('a table with two columns finds the rows of a document', async ({ page, host }) => {
  await readFolder(page, folderOf(host, 'Bills', [cedar]))
  await untilFinished(page)
  await openTemplate(page, '+new')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Work')
  await page.keyboard.press('Alt+b')
  await page.keyboard.type('cedar')
  await expect(bench(page).getByRole('button', { name: new RegExp(cedar) })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a table' }).press('Enter')
  await expect(editor(page)).toContainText('A template needs at least one field.')
  await typeField(page, 'Amount due', 'Amount')
  const found = onBench(page, cedar)
  await expect(bench(page)).toContainText('cannot be tried while it has problems')
  const tables = editor(page).getByRole('list', { name: 'Tables' })
  await tables.getByRole('textbox', { name: 'Label' }).first().fill('Work done')
  const columns = page.getByRole('list', { name: 'Columns of Work done' })
  await columns.getByRole('button', { name: /^New column/ }).press('Enter')
  await columns.getByRole('textbox', { name: 'Label' }).fill('Description')
  await page.getByRole('button', { name: 'Add a column' }).press('Enter')
  await columns.getByRole('textbox', { name: 'Label' }).last().fill('Amount')
  await choose(columns.getByRole('combobox', { name: 'Type of value' }).last(), 'Amount')
  await choose(columns.getByRole('combobox', { name: 'What it is' }).last(), 'Total of the row')
  await columns.getByRole('textbox', { name: 'Words in its header' }).last().focus()
  const table = found.getByRole('table')
  await expect(table).toContainText('Trail map illustration', tried)
  await expect(table).toContainText('1330.00')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(columns).toContainText(/^Amount.*Description/s)
  await expect(columns.getByRole('textbox', { name: 'Words in its header' }).first()).toBeFocused()
})

test('a broken draft says why beside the place, and is not saved', async ({ page }) => {
  await openTemplate(page, '+new')
  await page.getByRole('textbox', { name: 'Title' }).fill('Broken')
  await expect(page.getByText(/problems? to mend/)).toBeVisible()
  await typeField(page, 'Total', 'Amount')
  await expect(page.getByText(/problems? to mend/)).toBeHidden()
  await page.getByText('Advanced').nth(1).click()
  await page.getByRole('textbox', { name: 'Pattern' }).fill('(')
  await expect(editor(page)).toContainText('is no regular expression')
  await page.getByRole('button', { name: /^Total/ }).press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).focus()
  await page.keyboard.press('Control+s')
  // The row opens again, with what is wrong under the keyboard.
  await expect(page.locator('[aria-invalid="true"]')).toBeFocused()
  await page.getByRole('textbox', { name: 'Pattern' }).fill('')
  await page.getByRole('button', { name: 'Add a rule' }).press('Enter')
  await expect(editor(page)).toContainText('Choose a field.')
  await page.keyboard.press('Control+s')
  expect(await ask(page, 'template.list', {})).not.toContainEqual(
    expect.objectContaining({ name: 'broken' }),
  )
})

test('what else a template may hold is under Advanced, and is kept as it was chosen', async ({
  page,
}) => {
  await ask(page, 'template.save', { template: bill, replaces: null })
  await openTemplate(page, 'studio_bill')
  const basics = editor(page).getByRole('region', { name: 'What it is' })
  await basics.getByText('Advanced').click()
  await choose(basics.getByRole('combobox', { name: 'Whose name stands at the head' }), 'The buyer')
  await basics.getByRole('checkbox', { name: /^Report every label/ }).press('Space')
  await basics.getByRole('button', { name: 'Add an amount' }).press('Enter')
  await choose(basics.getByRole('combobox', { name: 'What it is' }), 'What was given back')
  await basics.getByRole('textbox', { name: 'Words printed beside it' }).focus()
  await page.keyboard.type('Change')
  await page.keyboard.press('Enter')

  const fields = editor(page).getByRole('list', { name: 'Fields' })
  await fields.getByRole('button', { name: /^Subtotal/ }).press('Enter')
  await fields.getByText('Advanced').first().click()
  const weak = fields.getByRole('textbox', { name: 'Words that count only where nothing better' })
  await weak.focus()
  await page.keyboard.type('Sum')
  await page.keyboard.press('Enter')
  const term = fields.getByRole('textbox', { name: 'Term in e-invoices' })
  await term.fill('109')
  await expect(fields).toContainText('a business term of EN 16931, such as BT-1')
  await term.fill('bt-109')
  await expect(page.getByText(/problems? to mend/)).toBeHidden()
  await shoot(page, 'template-advanced')
  await page.keyboard.press('Control+s')
  await expect
    .poll(async () => (await ask(page, 'template.get', { name: 'studio_bill' })).template)
    .toMatchObject({
      letterhead: 'buyer',
      pairs: true,
      support: [{ part: 'change', labels: ['Change'] }],
      fields: [{ weakLabels: ['Sum'], term: 'BT-109' }, {}, {}],
    })
})

test('unsaved changes are asked about once, and what is removed comes back', async ({ page }) => {
  await ask(page, 'template.save', { template: bill, replaces: null })
  await openTemplates(page)
  await page.keyboard.press('ArrowDown')
  await page.getByRole('link', { name: /^Studio bill/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Remove “Sales tax”' }).press('Enter')
  await expect(editor(page)).toContainText('Subtotal + … = Amount due')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(editor(page)).toContainText('Subtotal + Sales tax = Amount due')
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled()

  await page.getByRole('textbox', { name: 'Title' }).fill('Studio invoice')
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Stay' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Studio invoice')
  await page.goBack()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Leave without saving' }).press('Enter')
  const list = page.getByRole('list', { name: 'Templates' })
  await expect(list).toContainText('Studio bill')

  await page.getByRole('button', { name: 'More for Studio bill' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Studio bill (copy)' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for Studio bill (copy)' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(list).not.toContainText('(copy)')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(list).toContainText('Studio bill (copy)')
})

/** Pictures of a view in light and dark, large and small, which axe has nothing against. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    await expectAccessible(page, `${name}, ${scheme}`)
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await page.setViewportSize({ width, height })
      const fits = await page.evaluate(
        () => document.documentElement.scrollWidth <= window.innerWidth,
      )
      expect(fits, `${name} fits ${width} px`).toBe(true)
      await page.screenshot({ path: join(pictures, `${name}-${scheme}-${width}x${height}.png`) })
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('list, editor and bench in light and dark, large and small', looks, async ({ page, host }) => {
  await openTemplate(page, 'invoice')
  await expect(bench(page)).toContainText('No documents to try it on yet')
  await shoot(page, 'template-no-documents')
  await readFolder(page, folderOf(host, 'March', [cedar, ridgeline]))
  await untilFinished(page)
  await ask(page, 'template.save', { template: bill, replaces: null })
  await openTemplates(page)
  await shoot(page, 'templates')
  await openTemplate(page, 'invoice')
  const found = onBench(page, cedar)
  await expect(found).toContainText(/of 22 found/, tried)
  await page.getByRole('button', { name: /^Invoice number/ }).press('Enter')
  await found.getByRole('button', { name: '1047' }).press('Enter')
  await page.getByRole('button', { name: /^Due date/ }).press('Enter')
  await page.getByRole('textbox', { name: 'Label' }).last().fill('Payable by')
  await page.getByRole('button', { name: 'Remove “Order number”' }).press('Enter')
  await expect(found).toContainText('Payable by', tried)
  await shoot(page, 'template')
})

test(
  'an area and the versions in light and dark, large and small',
  looks,
  async ({ page, host }) => {
    await readFolder(page, folderOf(host, 'March', [cedar]))
    await untilFinished(page)
    await openTemplate(page, 'invoice')
    await expect(onBench(page, cedar)).toContainText(/of 22 found/, tried)
    await page.getByRole('button', { name: /^Due date/ }).press('Enter')
    await page.getByRole('textbox', { name: 'Label' }).fill('Payable by')
    await choose(
      page.getByRole('combobox', { name: 'Part of the page of Payable by' }),
      'In the upper',
    )
    await page.getByRole('button', { name: 'Draw an area…' }).first().press('Enter')
    await expect(page.getByRole('dialog').getByRole('img', { name: 'Page 1' })).toBeVisible()
    await shoot(page, 'template-area')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('Changed by you, version 2')).toBeVisible()
    await page.keyboard.press('Alt+v')
    const versions = page.getByRole('dialog', { name: 'Versions' })
    await versions.getByRole('button', { name: 'What changed in version 2' }).press('Enter')
    await expect(versions.getByRole('list', { name: 'Differences' })).toBeVisible()
    await shoot(page, 'template-versions')
  },
)
