import { heightOf, sharedHeight, sharedWidth, widthOf } from '../layout/geometry.ts'
import type { Word } from '../model.ts'
import { isAddressWord } from './addressWords.ts'
import { fold } from './parse/fold.ts'

/** Words of one reading and what another has in the same place; one side may be empty. */
interface Stretch {
  readonly own: readonly Word[]
  readonly other: readonly Word[]
}

/**
 * The words of an address as two readings of its page have them together, in the order of the first: of each
 * place what was read more surely; of a word that only one of them has, what is no speck.
 */
export function joinWords(words: readonly Word[], others: readonly Word[]): Word[] {
  return stretchesOf(words, others).flatMap(chosen)
}

/** Both readings cut where neither has a word that reaches over the cut. */
function stretchesOf(words: readonly Word[], others: readonly Word[]): Stretch[] {
  const start = words.map((word): Stretch => ({ own: [word], other: [] }))
  const touching = others.reduce(withTouching, start)
  const matched = new Set(touching.flatMap(({ other }) => other))
  return others.reduce((stretches, word, i) => {
    if (matched.has(word)) return stretches
    return withNew(stretches, word, { before: others[i - 1], after: others[i + 1] })
  }, touching)
}

/** The stretches with a word of the other reading in those it touches, which become one. */
function withTouching(stretches: readonly Stretch[], word: Word): Stretch[] {
  const touched = stretches.filter((stretch) => allOf(stretch).some((at) => isOnePlace(at, word)))
  const joined = {
    own: touched.flatMap(({ own }) => own),
    other: [...touched.flatMap(({ other }) => other), word],
  }
  return stretches.flatMap((stretch) =>
    stretch === touched[0] ? [joined] : touched.includes(stretch) ? [] : [stretch],
  )
}

interface Neighbours {
  readonly before: Word | undefined
  readonly after: Word | undefined
}

/** A word that the other reading alone has comes in beside the one that stands beside it there, in the same line. */
function withNew(stretches: Stretch[], word: Word, { before, after }: Neighbours): Stretch[] {
  const indexOf = (neighbour: Word | undefined) =>
    stretches.findIndex(({ other }) => neighbour !== undefined && other.includes(neighbour))
  const [left, right] = [indexOf(before), indexOf(after)]
  const added = { own: [], other: [word] }
  if (left >= 0 && before && before.box[0] < word.box[0])
    return stretches.toSpliced(left + 1, 0, added)
  if (right >= 0 && after && after.box[0] > word.box[0]) return stretches.toSpliced(right, 0, added)
  return stretches
}

function allOf({ own, other }: Stretch): readonly Word[] {
  return [...own, ...other]
}

function isOnePlace(a: Word, b: Word): boolean {
  const width = Math.min(widthOf(a.box), widthOf(b.box))
  const height = Math.min(heightOf(a.box), heightOf(b.box))
  return sharedWidth(a.box, b.box) > 0.4 * width && sharedHeight(a.box, b.box) > 0.5 * height
}

function chosen({ own, other }: Stretch): readonly Word[] {
  if (other.length === 0) return own.filter((word) => !isSpeck(word, leastOwn))
  if (own.length === 0) return other.filter((word) => !isSpeck(word, leastOther))
  const [ownText, otherText] = [textOf(own), textOf(other)]
  if (fold(ownText) === fold(otherText)) return surenessOf(other) > surenessOf(own) ? other : own
  if (isFuller(other, own)) return isSure(other) ? other : own
  if (isFuller(own, other)) return isSure(own) ? own : other
  if (isFilled(ownText, otherText)) return other
  if (isFilled(otherText, ownText)) return own
  const votes = [...votesOf(own), ...votesOf(other)]
  const sumOf = (text: string) =>
    votes.reduce((sum, vote) => sum + (fold(vote.text) === fold(text) ? vote.worth : 0), 0)
  return sumOf(otherText) > sumOf(ownText) + surer ? other : own
}

/** Words that have all that the others have, and one more. */
function isFuller(words: readonly Word[], others: readonly Word[]): boolean {
  return words.length > others.length && fold(textOf(words)).includes(fold(textOf(others)))
}

/** Softened letters flow together: a nought with a stroke or a dot in it becomes an eight. */
function isFilled(text: string, other: string): boolean {
  return text !== other && text.length === other.length && text === filled(text, other)
}

function filled(text: string, other: string): string {
  return [...other].map((sign, i) => (sign === '0' && text[i] === '8' ? '8' : sign)).join('')
}

function isSure(words: readonly Word[]): boolean {
  return words.every(({ confidence }) => confidence > leastOther)
}

/** What another reading says is taken when it is this much surer. */
const surer = 0.03
/** Words that one reading alone has must be read this surely to stay, and to come in. */
const leastOwn = 0.6
const leastOther = 0.8

/** A sign, or a few letters that only one reading has and is not sure of. */
function isSpeck({ text, confidence }: Word, least: number): boolean {
  const letters = fold(text)
  const isNumber = /^\d+$/.test(letters)
  return letters.length === 0 || (letters.length <= 3 && confidence < (isNumber ? 0.3 : least))
}

interface Vote {
  readonly text: string
  readonly worth: number
}

/** The text of a stretch, and what its only word might be instead, with what speaks for each. */
function votesOf(words: readonly Word[]): Vote[] {
  const text = textOf(words)
  const alternative = words.length === 1 ? words[0]?.alternative : undefined
  const read = { text, worth: worthOf(text, surenessOf(words)) }
  return alternative
    ? [read, { ...alternative, worth: worthOf(alternative.text, alternative.confidence) }]
    : [read]
}

/** How surely a text was read; words that addresses are made of are likely, signs that none has are not. */
function worthOf(text: string, confidence: number): number {
  return (
    confidence +
    (isAddressWord(text) ? 0.2 : 0) +
    (mixedCode.test(text) ? 0.15 : 0) -
    (strangeSign.test(text) ? 0.3 : 0)
  )
}

/** A house, unit or sector: engines would rather see all letters or all figures, so this is seldom an accident. */
const mixedCode = /^(?:\d{1,4}[A-Za-z]|[A-Z]{1,2}\d{1,3})(?![\p{L}\d])/u

const strangeSign = /[§$€£¥¢©®°!?*<>=_~|{}[\]\\“”‘»«]/u

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('')
}

/** How surely words were read, each by its length, 0 to 1; 0.7 where nothing was. */
export function surenessOf(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (letters === 0) return 0.7
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters
}
