import { execFileSync } from 'node:child_process'

/** Megabytes that a process and all that it started have in memory; null where the system does not tell. */
export function treeMemory(pid: number): number | null {
  try {
    const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    const processes = listed
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const tree = new Set([pid])
    // A child can be listed before its parent: look until nothing more is found.
    for (let before = 0; before !== tree.size; ) {
      before = tree.size
      for (const [own = 0, parent = 0] of processes) if (tree.has(parent)) tree.add(own)
    }
    const kilobytes = processes.reduce(
      (sum, [own = 0, , rss = 0]) => sum + (tree.has(own) ? rss : 0),
      0,
    )
    return kilobytes > 0 ? Math.round(kilobytes / 1024) : null
  } catch {
    return null
  }
}
