import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What everything was measured on; `load` is how busy the machine was before. */
export function machineLine(version: string, load: number): string {
  const cores = availableParallelism()
  const model = cpus()[0]?.model.trim() ?? 'of an unknown kind'
  return [
    `on ${cores} ${cores === 1 ? 'core' : 'cores'} (${model})`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `Sheaf ${version}`,
    `load ${load.toFixed(1)} at the start`,
  ].join(', ')
}

/** Processes that ran or waited to, over the last minute. */
export function loadNow(): number {
  return loadavg()[0] ?? 0
}
