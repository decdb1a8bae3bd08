/** Steps from the top of the file system to a folder, for a trail of links. */
export function trailOf(path: string): readonly { readonly name: string; readonly path: string }[] {
  const slash = separatorOf(path)
  const parts = path.split(slash).filter((part) => part !== '')
  const top = path.startsWith(slash) ? [{ name: slash, path: slash }] : []
  const steps = parts.map((name, index) => {
    const joined = parts.slice(0, index + 1).join(slash)
    const isDrive = slash === '\\' && index === 0
    return { name, path: `${top.length > 0 ? slash : ''}${joined}${isDrive ? slash : ''}` }
  })
  return [...top, ...steps]
}

export function joinPath(folder: string, name: string): string {
  const slash = separatorOf(folder)
  return folder.endsWith(slash) ? `${folder}${name}` : `${folder}${slash}${name}`
}

/** Whether what was typed is the address of a folder rather than a part of a name. */
export function isPath(text: string): boolean {
  return /^(\/|\\\\|[a-z]:[\\/])/i.test(text.trim())
}

function separatorOf(path: string): '/' | '\\' {
  return /^[a-z]:|^\\\\/i.test(path) ? '\\' : '/'
}
