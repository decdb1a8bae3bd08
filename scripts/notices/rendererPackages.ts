import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names of the packages that the pages import: a build copies them into its own files. */
export function rendererPackages(root: string): string[] {
  const names = new Set<string>()
  const dir = join(root, 'renderer')
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
    const source = readFileSync(join(dir, file), 'utf8')
    for (const [, specifier = ''] of source.matchAll(/^(?:import|.*\bfrom) '([^'.][^']*)'/gm))
      names.add(nameOf(specifier))
  }
  return [...names].sort()
}

function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
