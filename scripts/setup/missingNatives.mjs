/**
 * Binary parts for this system that the lock file does not know. npm locks only the parts that the
 * registry of the day had; `npm ci` then leaves the others out without a word.
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages of the lock file
 * @param {{ platform: string, arch: string, isMusl: boolean }} system
 * @returns {string[]} `name@version`, as npm install takes it
 */
export function missingNatives(packages, { platform, arch, isMusl }) {
  const locked = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  )
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
    .filter(([name]) => !locked.has(name) && fits(name))
  return [...new Set(missing.map(([name, version]) => `${name}@${version}`))]

  /** @param {string} name */
  function fits(name) {
    if (!new RegExp(`-${platform}-${arch}(-|$)`).test(name)) return false
    return platform !== 'linux' || name.includes('musl') === isMusl
  }
}

/** The system that this runs on, in the words of package names. */
export function thisSystem() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.platform === 'linux' ? process.report.getReport() : {}
  )
  return {
    platform: process.platform,
    arch: process.arch,
    isMusl: process.platform === 'linux' && report.header?.glibcVersionRuntime === undefined,
  }
}
