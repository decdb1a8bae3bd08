import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** On which device a folder lies; null when it is not there. */
type DeviceOf = (folder: string) => Promise<number | null>

/**
 * Where the share or disk that a folder lies on is mounted; null when that is the disk of the system. When a share
 * goes away, an empty folder stays in its place, which is no folder whose files were all taken out.
 */
export async function mountOf(
  folder: string,
  deviceOf: DeviceOf = deviceOnDisk,
): Promise<string | null> {
  const device = await deviceOf(folder)
  if (device === null) return null
  for (let here = folder; ; here = dirname(here)) {
    const above = dirname(here)
    if (above === here) return null
    if ((await deviceOf(above)) !== device) return here
  }
}

/** Whether something is mounted there: it lies on another device than the folder above it. */
export async function isMounted(
  mount: string,
  deviceOf: DeviceOf = deviceOnDisk,
): Promise<boolean> {
  const device = await deviceOf(mount)
  return device !== null && device !== (await deviceOf(dirname(mount)))
}

async function deviceOnDisk(folder: string): Promise<number | null> {
  try {
    return (await stat(folder)).dev
  } catch {
    return null
  }
}
