import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPdfText } from '../../workers/source/pdf.ts'
import { f1Of, tallyWords } from '../score.ts'
import { makeLetters } from './makeLetters.ts'

const look = { pages: 2, size: [595, 842], font: 'Times-Roman', textSize: 10, fill: 0.95 } as const

test('letters say what is told of them, page by page', async () => {
  const { pdf, texts } = await makeLetters('a', look)
  const path = join(mkdtempSync(join(tmpdir(), 'sheaf-letters-')), 'letters.pdf')
  writeFileSync(path, pdf)
  for (const [i, truth] of texts.entries()) {
    const { words } = await readPdfText({ path, passwords: [] }, i + 1)
    const text = words.map((word) => word.text).join(' ')
    expect(f1Of([tallyWords(text, truth)])).toBe(1)
  }
})

test('the same seed gives the same letters, another one others', async () => {
  const { texts } = await makeLetters('a', look)
  expect((await makeLetters('a', look)).texts).toEqual(texts)
  expect((await makeLetters('b', look)).texts).not.toEqual(texts)
  expect(texts[0]).not.toEqual(texts[1])
})
