import { expect, test } from 'vitest'
import { isMounted, mountOf } from './mountOf.ts'

/** A computer where a share is mounted at /mnt/share, or is not. */
const computer = (isThere: boolean) => async (folder: string) => {
  if (folder === '/mnt/share/scans') return isThere ? 7 : null
  return folder === '/mnt/share' && isThere ? 7 : 1
}

test('the place where a share is mounted is found, and none on the disk of the system', async () => {
  expect(await mountOf('/mnt/share/scans', computer(true))).toBe('/mnt/share')
  expect(await mountOf('/mnt/share', computer(true))).toBe('/mnt/share')
  expect(await mountOf('/home/me/scans', computer(true))).toBe(null)
  expect(await mountOf('/mnt/share/scans', computer(false))).toBe(null)
})

test('the empty folder that a share leaves behind is not the share', async () => {
  expect(await isMounted('/mnt/share', computer(true))).toBe(true)
  expect(await isMounted('/mnt/share', computer(false))).toBe(false)
})

test('a folder of this disk lies on no share', async () => {
  expect(await isMounted('/nowhere/at/all')).toBe(false)
  expect(await mountOf('/nowhere/at/all')).toBe(null)
})
