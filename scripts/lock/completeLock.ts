interface Entry {
  readonly version?: string
  readonly cpu?: readonly string[]
  readonly dev?: true
  readonly libc?: readonly string[]
  readonly license?: string
  readonly optional?: true
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>
}

/**
 * A lock file with an entry for every binary part of every system. npm leaves out those that the
 * registry of the day lacks, and `npm ci` then refuses the file as out of step, or installs nothing
 * for the system in question. The parts' exact versions are in the packages that want them.
 */
export function completeLock(text: string): string {
  const lock: Lock = JSON.parse(text)
  const packages = { ...lock.packages }
  const locked = new Set(Object.keys(packages).map(nameOf))
  for (const parent of Object.values(lock.packages))
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (locked.has(name)) continue
      packages[`node_modules/${name}`] = entryFor(name, version, parent)
    }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`
}

/** In npm's order, so that npm leaves it as it is. */
function entryFor(name: string, version: string, { dev, license }: Entry): Entry {
  const { cpu, libc, os } = systemOf(name)
  return {
    version,
    cpu,
    ...(dev && { dev }),
    ...(libc && { libc }),
    ...(license && { license }),
    optional: true,
    os,
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']

/** The system that a part is for, as its name says: `…-linux-x64-musl`, `…-win32-arm64-msvc`. */
function systemOf(name: string): { cpu: string[]; os: string[]; libc?: string[] } {
  const words = name.split('/').at(-1)?.split('-') ?? []
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`“${name}” does not name a system that this script knows.`)
  const ending = words.at(-1) ?? ''
  if (ending.startsWith('musl')) return { cpu, libc: ['musl'], os }
  return ending.startsWith('gnu') ? { cpu, libc: ['glibc'], os } : { cpu, os }
}
