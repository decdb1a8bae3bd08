import { join } from 'node:path'
import type { Core } from './core.ts'

/** Documents that come with the program, to try it on. */
export function samplesDir({ resourcesDir }: Pick<Core, 'resourcesDir'>): string {
  return join(resourcesDir, 'samples')
}
