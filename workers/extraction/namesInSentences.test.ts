import { expect, test } from 'vitest'
import { templateSchema } from '../template.ts'
import { fieldNamed, readTyped } from '../testing/readTyped.ts'
import { typedPage } from '../testing/typedPage.ts'

const contract = templateSchema.parse({
  ...{ name: 'contract', version: 1, title: 'Contract' },
  fields: [
    { name: 'law', label: 'Law', type: 'name', labels: ['laws of', 'laws of the State of'] },
    { name: 'partner', label: 'Partner', type: 'name', labels: ['agreed with', 'Partner'] },
    { name: 'since', label: 'Since', type: 'date', labels: ['as of'] },
  ],
})

function find(name: string, lines: readonly string[]) {
  const page = typedPage(lines.map((text, i) => [40, 80 + 12 * i, text]))
  return fieldNamed(readTyped([page], contract), name)
}

test.each<[lines: readonly string[], value: string | null]>([
  [
    ['This letter is governed by the laws of the State of Vermont, without regard to others.'],
    'Vermont',
  ],
  [
    ['This letter shall be governed by and read under the laws of', 'New Zealand and no other.'],
    'New Zealand',
  ],
  [
    ['This letter is governed in all its parts by the laws of the Isle of', 'Man. It ends in May.'],
    'Isle of Man',
  ],
  [
    ['and whatever follows from it is governed by the laws of England and Wales.'],
    'England and Wales',
  ],
  [['and whatever follows from it is governed by the laws of whichever place is nearer.'], null],
])('a name ends where the sentence goes on: %s', (lines, value) => {
  expect(find('law', lines).value).toBe(value)
})

test.each([
  [
    'what follows was agreed with Larkspur Linen, Inc., which sells towels.',
    'Larkspur Linen, Inc.',
  ],
  [
    'what follows was agreed with the Larkspur Linen Ltd. of Leeds and its owners.',
    'Larkspur Linen Ltd.',
  ],
  ['what follows was agreed with Mossgate B.V. in the spring.', 'Mossgate B.V.'],
])('a legal form is part of it: %s', (line, value) => {
  expect(find('partner', [line]).value).toBe(value)
})

test('a label that stands by itself is answered before one in a sentence', () => {
  const lines = [
    'Partner: Harbour and Finch',
    '',
    'what follows was agreed with Somebody Else and others in May.',
  ]
  expect(find('partner', lines).value).toBe('Harbour and Finch')
})

test('among capitals nothing is sure', () => {
  const loud = find('law', [
    'THIS LETTER IS GOVERNED BY THE LAWS OF VERMONT AND IS READ UNDER THEM.',
  ])
  expect(loud).toMatchObject({ needsReview: true })
})

test('a date that a sentence gives is looked at', () => {
  const line = 'This letter is made and entered into as of 3 March 2026 between those who sign it.'
  expect(find('since', [line])).toMatchObject({ value: '2026-03-03', needsReview: true })
})

test('a role that the text gives somebody is no name', () => {
  const lines = [
    'what follows was agreed with the Seller and the Buyer, or whoever follows them, and it holds',
    'for as long as nobody puts an end to it in writing and names the day on which it shall end.',
    'what follows was agreed with Larkspur Linen, Inc. (the “Seller”) and Mona Finch (“Buyer”).',
  ]
  expect(find('partner', lines).value).toBe('Larkspur Linen, Inc.')
  expect(find('partner', lines.slice(0, 1)).value).toBe('Seller and the Buyer')
})
