/** Whether what was dropped or chosen is one workbook or CSV alone: that is an export that comes back. */
export function isExport(names: readonly string[]): boolean {
  const [name, ...others] = names
  return name !== undefined && others.length === 0 && /\.(xlsx|csv)$/i.test(name)
}
