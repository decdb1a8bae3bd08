import { expect, it } from 'vitest'
import { typedPage } from '../testing/typedPage.ts'
import { linesOf } from './lines.ts'
import { lineTextOf } from './lineText.ts'

const textsOf = (page: Parameters<typeof linesOf>[0]) =>
  linesOf(page).map((line) => lineTextOf(line).text)

it('gives lines top to bottom and cuts them at wide gaps', () => {
  const page = typedPage([
    [300, 100, 'Total 12.50'],
    [40, 50, 'Invoice'],
    [40, 100, 'Thank you'],
  ])
  expect(textsOf(page)).toEqual(['Invoice', 'Thank you\tTotal 12.50'])
})

it('keeps a leaning line whole although its ends share no height', () => {
  const runs = [50, 70, 90, 110].map(
    (y, i) =>
      [40, y, `Item number ${i} of the list                                   ${i}.00`] as const,
  )
  const page = typedPage(runs, { reader: 'ocr', lean: 0.05 })
  expect(textsOf(page)).toEqual([0, 1, 2, 3].map((i) => `Item number ${i} of the list\t${i}.00`))
})

it('takes the wide spaces of a till printer for spaces', () => {
  const page = typedPage([
    [10, 20, 'TOTAL   INCL.   GST                     3.90'],
    [10, 40, 'CASH   AND   CHANGE   GIVEN   BACK      4.00'],
  ])
  expect(textsOf(page).map((text) => text.replace(/ +/g, ' '))).toEqual([
    'TOTAL INCL. GST\t3.90',
    'CASH AND CHANGE GIVEN BACK\t4.00',
  ])
})

it('knows the box of a part of a word', () => {
  const [line] = linesOf(typedPage([[100, 50, 'Total:12.50']])).map(lineTextOf)
  expect(line?.boxOf(6, 11)).toEqual([130, 40, 155, 50])
})
