import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { batteryOfLinux, memoryOfLinux } from './probes.ts'
import { testFolder } from './testing/testApp.ts'
import { createThrottle, type Probes } from './throttle.ts'

const gigabyte = 2 ** 30

/** A computer whose state the test sets, looked at by hand. */
function watched() {
  const state = {
    onBattery: null as boolean | null,
    memory: 8 * gigabyte,
    disk: 100 * gigabyte,
    ignoresBattery: false,
  }
  const probes: Probes = {
    onBattery: async () => state.onBattery,
    memory: async () => ({ free: state.memory, total: 16 * gigabyte }),
    disk: async () => ({ free: state.disk, total: 500 * gigabyte }),
  }
  const causes: unknown[] = []
  const throttle = createThrottle({
    probes,
    ignoresBattery: () => state.ignoresBattery,
    changed: (cause) => causes.push(cause),
    everyMs: 1e6,
  })
  return { state, throttle, causes }
}

test('a cause holds at once, and ends when two looks in a row find nothing', async () => {
  const { state, throttle, causes } = watched()
  await throttle.look()
  expect(throttle.cause()).toBeNull()
  state.onBattery = true
  await throttle.look()
  expect(throttle.cause()).toBe('battery')
  state.onBattery = false
  await throttle.look()
  expect(throttle.cause()).toBe('battery')
  await throttle.look()
  expect(throttle.cause()).toBeNull()
  expect(causes).toEqual(['battery', null])
})

test('what was short has to come back with room to spare', async () => {
  const { state, throttle, causes } = watched()
  state.memory = 0.2 * gigabyte
  await throttle.look()
  for (const memory of [0.35, 0.25, 0.4, 0.5]) {
    state.memory = memory * gigabyte
    await throttle.look()
    expect(throttle.cause()).toBe('low_memory')
  }
  state.memory = 0.7 * gigabyte
  await throttle.look()
  await throttle.look()
  expect(causes).toEqual(['low_memory', null])
})

test('the disk is said before memory, and memory before the battery', async () => {
  const { state, throttle } = watched()
  Object.assign(state, { onBattery: true, memory: 1, disk: 1 })
  await throttle.look()
  expect(throttle.cause()).toBe('low_disk')
  state.disk = 100 * gigabyte
  await throttle.look()
  expect(throttle.cause()).toBe('low_memory')
})

test('a battery that is to be ignored holds nothing, from the moment it is said', async () => {
  const { state, throttle } = watched()
  state.onBattery = true
  await throttle.look()
  state.ignoresBattery = true
  await throttle.look()
  expect(throttle.cause()).toBeNull()
})

test('a probe that fails or does not know holds nothing', async () => {
  const throttle = createThrottle({
    probes: {
      onBattery: () => Promise.reject(new Error('no such folder')),
      memory: async () => null,
      disk: () => Promise.reject(new Error('gone')),
    },
    ignoresBattery: () => false,
    changed: () => {},
    everyMs: 1e6,
  })
  await throttle.look()
  expect(throttle.cause()).toBeNull()
})

test('Linux says how much memory is available, not how much is unused', () => {
  const meminfo = 'MemTotal:       16000 kB\nMemFree:          100 kB\nMemAvailable:    8000 kB\n'
  expect(memoryOfLinux(meminfo)).toEqual({ free: 8_192_000, total: 16_384_000 })
  expect(memoryOfLinux('MemTotal: 16000 kB\n')).toBeNull()
})

test.each([
  ['a battery that is drawn on', { BAT0: ['Battery', '', 'Discharging'] }, true],
  ['mains beside a full battery', { AC: ['Mains', '1', ''], BAT0: ['Battery', '', 'Full'] }, false],
  ['mains pulled out', { AC: ['Mains', '0', ''], BAT0: ['Battery', '', 'Discharging'] }, true],
  ['mains alone', { AC: ['Mains', '1', ''] }, null],
  ['the battery of a mouse', { mouse: ['Battery', '', 'Discharging', 'Device'] }, null],
] as const)('%s', async (_, supplies, onBattery) => {
  const folder = testFolder()
  for (const [name, parts] of Object.entries(supplies)) {
    mkdirSync(join(folder, name))
    for (const [i, file] of ['type', 'online', 'status', 'scope'].entries())
      writeFileSync(join(folder, name, file), `${parts[i] ?? ''}\n`)
  }
  expect(await batteryOfLinux(folder)).toBe(onBattery)
})
