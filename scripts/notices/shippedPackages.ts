import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
})
const lockFile = z.object({ packages: z.record(z.string(), entry) })
type Packages = z.infer<typeof lockFile>['packages']

export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** null when the package declares none. */
  readonly licence: string | null
  /** Where it is installed, from the root of the checkout. */
  readonly path: string
}

/**
 * A package and everything that comes with it, by the lock file: the same on every system, with
 * the parts that only other systems install.
 */
export function shippedPackages(root: string, names: readonly string[]): ShippedPackage[] {
  const { packages } = lockFile.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  )
  const found = new Set<string>()
  const waiting = names.map((name) => locate(packages, '', name))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (path === null || found.has(path)) continue
    found.add(path)
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {}
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies }
    for (const name of Object.keys(needed)) waiting.push(locate(packages, path, name))
  }
  return [...found].sort().map((path) => describe(packages, path))
}

/** As Node looks for it: in the package's own folder, then in each folder around it. */
function locate(packages: Packages, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')) || '') {
    const inside = folder.replace(/\/$/, '')
    const path = inside === '' ? `node_modules/${name}` : `${inside}/node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (inside === '') return null
  }
}

function describe(packages: Packages, path: string): ShippedPackage {
  const { version = '', license = null } = packages[path] ?? {}
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return { name, version, licence: license, path }
}
