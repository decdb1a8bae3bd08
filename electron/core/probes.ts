import { readdir, readFile, statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../contract.ts'
import type { Probes, Room } from './throttle.ts'

/** The probes of this computer: the host's word on the battery, else what Linux tells. */
export function systemProbes(host: Host, dataDir: string): Probes {
  return {
    onBattery: async () => (host.onBattery ? host.onBattery() : batteryOfLinux()),
    memory: async () => memoryNow(),
    disk: async () => {
      const { bavail, blocks, bsize } = await statfs(dataDir)
      return { free: bavail * bsize, total: blocks * bsize }
    },
  }
}

async function memoryNow(): Promise<Room | null> {
  if (process.platform === 'linux') return memoryOfLinux(await readFile('/proc/meminfo', 'utf8'))
  // What macOS calls free leaves out what it gives back as soon as somebody asks.
  if (process.platform === 'darwin') return null
  return { free: freemem(), total: totalmem() }
}

/** Null when the system is too old to say what is available. */
export function memoryOfLinux(meminfo: string): Room | null {
  const bytes = (name: string) => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(meminfo)?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  }
  const [free, total] = [bytes('MemAvailable'), bytes('MemTotal')]
  return free === null || total === null ? null : { free, total }
}

const powerSupplies = '/sys/class/power_supply'

/** A battery that is being drawn on while no mains is connected; null where there is neither. */
export async function batteryOfLinux(folder = powerSupplies): Promise<boolean | null> {
  if (folder === powerSupplies && process.platform !== 'linux') return null
  const said = async (name: string, file: string) =>
    (await readFile(join(folder, name, file), 'utf8').catch(() => '')).trim()
  const supplies = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      type: await said(name, 'type'),
      isOnline: (await said(name, 'online')) === '1',
      isDraining: (await said(name, 'status')) === 'Discharging',
      // The battery of a mouse or a headset says nothing of the computer.
      isOfDevice: (await said(name, 'scope')) === 'Device',
    })),
  )
  const own = supplies.filter(({ isOfDevice }) => !isOfDevice)
  const batteries = own.filter(({ type }) => type === 'Battery')
  if (batteries.length === 0) return null
  const hasMains = own.some(({ type, isOnline }) => type !== 'Battery' && isOnline)
  return !hasMains && batteries.some(({ isDraining }) => isDraining)
}
