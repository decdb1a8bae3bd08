import { expect, test } from 'vitest'
import { hrefOf, routeOf } from './router.ts'

test('an address leads where it came from', () => {
  const route = { view: 'batch', id: '26/05 A' } as const
  expect(routeOf(hrefOf(route))).toEqual(route)
  for (const view of ['home', 'upkeep', 'settings'] as const)
    expect(routeOf(hrefOf({ view }))).toEqual({ view })
})

test('an unknown address is the home', () => {
  expect(['', '#/nowhere', '#/batch/'].map(routeOf)).toEqual([
    { view: 'home' },
    { view: 'home' },
    { view: 'home' },
  ])
})
