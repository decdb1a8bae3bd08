import { readdirSync, readFileSync } from 'node:fs'

/** What a run cost; CPU and memory are known on Linux alone, and null elsewhere. */
export interface Cost {
  /** From its beginning to its end. */
  readonly seconds: number
  /** User and system time of every process that it started. */
  readonly cpuSeconds: number | null
  /**
   * The most that its processes had resident together; what they share counts for each. Null too when
   * they were gone before a look met them.
   */
  readonly peakBytes: number | null
}

/** A process of a peer lives for a second or more: one look in five shares of a second meets it. */
const lookEveryMs = 200

/** Runs what starts child processes and ends with them, and tells what they cost. */
export async function measure<T>(run: () => Promise<T>): Promise<{ value: T; cost: Cost }> {
  const cpuBefore = childCpuSeconds()
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, bytesBelow())
  }, lookEveryMs)
  const started = performance.now()
  try {
    const value = await run()
    const seconds = (performance.now() - started) / 1000
    const cpuAfter = childCpuSeconds()
    const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
    return { value, cost: { seconds, cpuSeconds, peakBytes: peak || null } }
  } finally {
    clearInterval(look)
  }
}

/** Linux counts user time in hundredths of a second, whatever its clock. */
const ticksPerSecond = 100

/** CPU time of all children that have ended, with theirs: exact, and nobody has to be asked. */
function childCpuSeconds(): number | null {
  const stat = contentOf('/proc/self/stat')
  if (stat === null) return null
  // The name of the program is in brackets and may hold anything; what follows are numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[13]), Number(fields[14])]
  return (user + system) / ticksPerSecond
}

/** Resident memory of everything below this process; 0 where it is not known. */
export function bytesBelow(): number {
  if (process.platform !== 'linux') return 0
  const children = new Map<number, { pid: number; bytes: number }[]>()
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? contentOf(`/proc/${name}/status`) : null
    const parent = status?.match(/^PPid:\s+(\d+)/m)?.[1]
    if (parent === undefined) continue
    const bytes = Number(status?.match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024
    const siblings = children.get(Number(parent)) ?? []
    children.set(Number(parent), [...siblings, { pid: Number(name), bytes }])
  }
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + child.bytes + below(child.pid), 0)
  return below(process.pid)
}

/** Null for a process that has just ended, and on systems without /proc. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
