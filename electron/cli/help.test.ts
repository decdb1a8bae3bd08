import { expect, test } from 'vitest'
import { batchOptions, commandEntries } from './commandTable.ts'
import { help } from './help.ts'

test('the help of all names every command with its words, and the exit statuses', () => {
  const all = help(null)
  for (const [name, { words }] of commandEntries) {
    expect(all).toContain(`npm start -- ${name}`)
    expect(all.replace(/\s+/g, ' ')).toContain(words)
  }
  expect(all).toContain('Exit status: 0 all good')
  for (const line of all.split('\n')) expect(line.length).toBeLessThanOrEqual(112)
})

test('the help of a command names each of its options with what they do, and its exit statuses', () => {
  for (const [name, { options, notes = [] }] of commandEntries) {
    const said = help(name)
    const flat = said.replace(/\s+/g, ' ')
    expect(said.startsWith(`npm start -- ${name}`)).toBe(true)
    expect(said).toMatch(/exit status/i)
    for (const [option, { words, value }] of Object.entries(options)) {
      expect(said).toContain(`--${option}${value === undefined ? '' : ` ${value}`}`)
      expect(flat).toContain(words)
    }
    for (const note of notes) expect(said).toContain(note)
  }
})

test('every option has one meaning, whatever command it goes with, but for its words', () => {
  const known = new Map<string, string>()
  for (const [, { options }] of commandEntries)
    for (const [name, { type, short }] of Object.entries(options)) {
      const shape = JSON.stringify({ type, short })
      if (name !== 'restore') expect(known.get(name) ?? shape).toBe(shape)
      known.set(name, shape)
    }
})

test('what is listed for a kind of batch is understood by the parser of all kinds', () => {
  for (const [name, { options }] of commandEntries)
    if (['extract', 'read', 'classify', 'split', 'preflight'].includes(name))
      for (const option of Object.keys(options)) expect(batchOptions).toHaveProperty([option])
})
