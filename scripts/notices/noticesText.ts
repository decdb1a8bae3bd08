import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rendererPackages } from './rendererPackages.ts'
import { type ShippedPackage, shippedPackages } from './shippedPackages.ts'

const introduction = `# Third-party notices

Sheaf is licensed under the Apache License 2.0 (see LICENSE). It contains and uses the work of
others, listed here with their licences. Made by \`npm run notices\` from the lock file.

## Please note

- **libheif-js** (LGPL-3.0) reads HEIC pictures; it contains libheif and libde265. It is a separate,
  unmodified module in \`node_modules/libheif-js\`, loaded when a HEIC picture is read, and can be
  replaced by a changed build of the same interface.
- **sharp** (Apache-2.0) loads **libvips** (LGPL-3.0-or-later) from the separate packages
  \`@img/sharp-libvips-*\` (on Windows and in WebAssembly: inside \`@img/sharp-*\`) as a shared library,
  unmodified, which can be replaced likewise. The licences of the libraries within libvips are in
  its package.
- **The OCR language data** (\`@tesseract.js-data/*\`, packages under MIT) is Tesseract’s
  \`tessdata_best\`, converted to integers, under the Apache License 2.0.
- **Electron** (MIT), where it is used, comes with Chromium’s and Node’s own notices in
  \`LICENSES.chromium.html\` beside its program.
- **Inter** is a font under the SIL Open Font License 1.1.
`

/** The whole of THIRD_PARTY_NOTICES.md. */
export function noticesText(root: string): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const ocrData = Object.keys(devDependencies).filter((name) =>
    name.startsWith('@tesseract.js-data/'),
  )
  const inPages = shippedPackages(root, rendererPackages(root))
  const besides = shippedPackages(root, [...Object.keys(dependencies), ...ocrData, 'electron'])
  return [
    introduction,
    '## Packages used as they are',
    'Each comes with its licence text in its own folder.\n',
    table(besides),
    '\n## Packages built into the pages',
    'Their licence texts follow.\n',
    table(inPages),
    ...licenceTexts(root, inPages),
    '',
  ].join('\n')
}

function table(packages: readonly ShippedPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? 'none declared'} |`,
  )
  return ['| package | version | licence |', '| --- | --- | --- |', ...new Set(rows)].join('\n')
}

/** Each text once, under the names of all packages that have it. */
function licenceTexts(root: string, packages: readonly ShippedPackage[]): string[] {
  const names = new Map<string, Set<string>>()
  for (const { name, path } of packages) {
    const text = licenceText(join(root, path))
    if (text !== null) names.set(text, (names.get(text) ?? new Set()).add(name))
  }
  return [...names].map(
    ([text, users]) => `\n### ${[...users].join(', ')}\n\n\`\`\`\n${text}\n\`\`\``,
  )
}

function licenceText(dir: string): string | null {
  const file = filesOf(dir).find((name) => /^licen[cs]e/i.test(name))
  return file === undefined ? null : readFileSync(join(dir, file), 'utf8').replace(/\r/g, '').trim()
}

function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
