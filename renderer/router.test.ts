import { expect, test } from 'vitest'
import { hrefOf, routeOf } from './router.ts'

test('an address leads where it came from', () => {
  const route = { view: 'batch', id: '26/05 A' } as const
  expect(routeOf(hrefOf(route))).toEqual(route)
  const field = { view: 'fields', id: '26/05 A', field: 'grand_total' } as const
  expect(routeOf(hrefOf(field))).toEqual(field)
  expect(hrefOf({ ...field, id: 'a', field: null })).toBe('#/batch/a/field')
  for (const name of [null, 'Müller / März']) {
    const columns = { view: 'columns', id: '26/05 A', name } as const
    expect(routeOf(hrefOf(columns))).toEqual(columns)
  }
  expect(routeOf('#/batch/a/field')).toEqual({ view: 'fields', id: 'a', field: null })
  for (const view of ['home', 'upkeep', 'settings', 'templates', 'watches'] as const)
    expect(routeOf(hrefOf({ view }))).toEqual({ view })
  for (const name of ['invoice', null])
    expect(routeOf(hrefOf({ view: 'template', name }))).toEqual({ view: 'template', name })
})

test('an unknown address is the home', () => {
  expect(['', '#/nowhere', '#/batch/'].map(routeOf)).toEqual([
    { view: 'home' },
    { view: 'home' },
    { view: 'home' },
  ])
})
