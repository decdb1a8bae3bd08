import { createPaper } from '../../scripts/samples/paper.ts'
import { createRandom } from '../../scripts/samples/random.ts'
import { people, senders, sentences, subjects } from './letterText.ts'

/** Letters as one PDF, and what stands on each of its pages. */
export interface Letters {
  readonly pdf: Buffer
  readonly texts: readonly string[]
}

export interface LetterLook {
  readonly pages: number
  /** Points. */
  readonly size: readonly [width: number, height: number]
  readonly font: 'Helvetica' | 'Times-Roman' | 'Sans'
  /** Points. */
  readonly textSize: number
  /** 0 to 1: how far down the page is written on. */
  readonly fill: number
}

/** Dense prose under a letterhead, a letter a page; the same seed gives the same letters. */
export async function makeLetters(seed: string, look: LetterLook): Promise<Letters> {
  const { size, font, textSize } = look
  const [width, height] = size
  const paper = createPaper({ size, title: seed, font, textSize })
  const random = createRandom(seed)
  const margin = width / 9
  const lead = textSize * 1.35
  const texts: string[] = []
  for (let page = 1; page <= look.pages; page++) {
    if (page > 1) paper.newPage()
    const lines: string[] = []
    let y = margin
    const write = (text: string, gap = 0) => {
      for (const line of paper.wrap(text, width - 2 * margin)) {
        paper.text(line, margin, y)
        lines.push(line)
        y += lead
      }
      y += gap * lead
    }
    for (const line of letterhead(random)) write(line)
    y += lead
    const deck = shuffled(sentences, random)
    while (y < height * look.fill - 6 * lead) write(paragraph(deck, random), 0.6)
    write('Yours sincerely,')
    write(oneOf(people, random))
    texts.push(lines.join('\n'))
  }
  return { pdf: await paper.close(), texts }
}

function letterhead(random: () => number): readonly string[] {
  const [name, address] = oneOf(senders, random)
  const head = [
    name,
    address,
    filled('{date}', random),
    filled('Our reference: {reference}', random),
  ]
  return [...head, oneOf(subjects, random), `Dear ${oneOf(people, random)},`]
}

/** The next few sentences; what was said goes under the deck, since a long letter needs some of them twice. */
function paragraph(deck: string[], random: () => number): string {
  const next = deck.splice(0, 3 + Math.floor(random() * 3))
  deck.push(...next)
  return next.map((sentence) => filled(sentence, random)).join(' ')
}

const months = ['January', 'March', 'April', 'June', 'September', 'November'] as const

function filled(sentence: string, random: () => number): string {
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const fill: Readonly<Record<string, () => string>> = {
    date: () => `${number(1, 28)} ${oneOf(months, random)} ${number(2019, 2026)}`,
    year: () => `${number(1950, 2020)}`,
    count: () => `${number(3, 96)}`,
    amount: () => `£${number(1, 24)},${number(100, 999)}.${number(10, 99)}`,
    reference: () => `${oneOf(['KL', 'PR', 'WT'], random)}-${number(10_000, 99_999)}`,
    person: () => oneOf(people, random),
  }
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => fill[name]?.() ?? name)
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((item) => ({ item, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}
