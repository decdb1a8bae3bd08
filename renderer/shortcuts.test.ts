import { expect, test } from 'vitest'
import { isLetterKey, isPress, matches, type Shortcut, shortcuts } from './shortcuts.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...held,
  }) as KeyboardEvent

test('“?” and “/” are found wherever the keyboard has them', () => {
  expect(matches(press('?', { shiftKey: true }), '?')).toBe(true)
  expect(matches(press('/', { shiftKey: true }), '/')).toBe(true)
})

test('a letter with Shift is another command', () => {
  expect(matches(press('E', { shiftKey: true }), 'E')).toBe(false)
  expect(matches(press('E', { shiftKey: true }), 'Shift+E')).toBe(true)
  expect(matches(press('e'), 'E')).toBe(true)
})

test('⌘ counts as Ctrl, and neither is taken for a plain key', () => {
  expect(matches(press('z', { metaKey: true }), 'mod+Z')).toBe(true)
  expect(matches(press('p', { ctrlKey: true }), 'P')).toBe(false)
})

test('Alt and a key are known by their place where a Mac types another sign', () => {
  expect(matches(press('®', { altKey: true, code: 'KeyR' }), 'Alt+R')).toBe(true)
  expect(matches(press('¡', { altKey: true, code: 'Digit1' }), 'Alt+1')).toBe(true)
  expect(matches(press('®', { altKey: true, code: 'KeyR' }), 'Alt+T')).toBe(false)
})

test('redo is not taken for undo', () => {
  const redo = press('Z', { ctrlKey: true, shiftKey: true })
  expect(isPress(redo, 'document.redo')).toBe(true)
  expect(isPress(redo, 'document.undo')).toBe(false)
})

test('no keys mean two things in one place', () => {
  const rows: readonly Shortcut[] = shortcuts
  const places = rows.flatMap(({ scope, keys }) => keys.map((key) => `${scope} ${key}`))
  expect(new Set(places).size).toBe(places.length)
})

test('letters and signs alone can be switched off; named keys and combinations stay', () => {
  expect(['T', 'Shift+E', '?', '/', ','].filter((keys) => !isLetterKey(keys))).toEqual([])
  expect(['Escape', 'Enter', 'F8', 'mod+Z', 'Alt+1', 'Shift+Delete'].filter(isLetterKey)).toEqual(
    [],
  )
})
