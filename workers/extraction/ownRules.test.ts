import { describe, expect, it } from 'vitest'
import { templateSchema } from '../template.ts'
import { rulesHold } from './ownRules.ts'

const template = templateSchema.parse({
  ...{ name: 'stay', version: 1, title: 'Stay' },
  fields: [
    { name: 'room', label: 'Room', type: 'amount' },
    { name: 'meals', label: 'Meals', type: 'amount' },
    { name: 'total', label: 'Total', type: 'amount' },
    { name: 'arrival', label: 'Arrival', type: 'date' },
    { name: 'departure', label: 'Departure', type: 'date' },
    { name: 'adults', label: 'Adults', type: 'number' },
    { name: 'beds', label: 'Beds', type: 'number' },
  ],
  rules: [
    { code: 'adds_up', level: 'error', sum: ['room', 'meals'], equals: 'total', tolerance: 0.05 },
    { code: 'in_order', before: 'arrival', after: 'departure', sentence: 'Nobody leaves first.' },
    { code: 'enough_beds', before: 'adults', after: 'beds' },
  ],
})
const check = (values: Record<string, string>) =>
  rulesHold(template, new Map(Object.entries(values)))

describe('a rule of a template', () => {
  it('adds fields up, within its tolerance', () => {
    const sum = (total: string) => check({ room: '80.00', meals: '20.50', total })[0]
    expect(sum('100.55')?.passed).toBe(true)
    expect(sum('100.56')).toEqual({
      code: 'adds_up',
      level: 'error',
      passed: false,
      sentence: 'Room and Meals do not add up to Total, 100.56.',
      fields: ['room', 'meals', 'total'],
    })
  })

  it('holds two dates in order, in words of its own', () => {
    expect(check({ arrival: '2026-03-01', departure: '2026-03-01' })[0]?.passed).toBe(true)
    expect(check({ arrival: '2026-03-02', departure: '2026-03-01' })[0]).toMatchObject({
      ...{ passed: false, level: 'warning', sentence: 'Nobody leaves first.' },
      fields: ['arrival', 'departure'],
    })
  })

  it('compares numbers as numbers', () => {
    expect(check({ adults: '9', beds: '10' })[0]?.passed).toBe(true)
    expect(check({ adults: '11', beds: '10' })[0]?.sentence).toBe(
      'Adults, 11, is more than Beds, 10.',
    )
  })

  const withRule = (rule: object, values: Record<string, string>) =>
    rulesHold(
      templateSchema.parse({ ...template, rules: [rule] }),
      new Map(Object.entries(values)),
    )[0]

  it('holds two fields to the same value, as numbers or as a person compares texts', () => {
    const rule = { code: 'same', level: 'error', field: 'room', equals: 'total' }
    expect(withRule(rule, { room: '80', total: '80.00' })?.passed).toBe(true)
    expect(withRule(rule, { room: 'AB 12', total: 'ab12' })?.passed).toBe(true)
    expect(withRule(rule, { room: '80', total: '80.01' })).toEqual({
      ...{ code: 'same', level: 'error', passed: false, fields: ['room', 'total'] },
      sentence: 'Room, 80, is not the same as Total, 80.01.',
    })
    expect(withRule(rule, { room: '80' })).toBeUndefined()
  })

  it('holds a whole value to a pattern', () => {
    const rule = { code: 'looks', field: 'room', pattern: '[A-Z]-\\d+' }
    expect(withRule(rule, { room: 'A-17' })?.passed).toBe(true)
    expect(withRule(rule, { room: 'A-17b' })).toEqual({
      ...{ code: 'looks', level: 'warning', passed: false, fields: ['room'] },
      sentence: 'Room, A-17b, does not look as it should.',
    })
    expect(withRule(rule, { total: '1' })).toBeUndefined()
  })

  it('says nothing where a value is missing', () => {
    expect(check({ room: '80.00', total: '100.00', arrival: '2026-03-02' })).toEqual([])
  })

  it('is not looked for in a template that an older Sheaf stored', () => {
    const { rules: _, ...older } = template
    expect(rulesHold(older as typeof template, new Map())).toEqual([])
  })
})
