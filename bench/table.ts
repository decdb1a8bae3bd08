/** Lines of a table: the first column to the left, figures to the right, a rule under the head. */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => width(row[i]))))
  const line = (cells: readonly string[]) =>
    widths
      .map((to, i) => (i === 0 ? (cells[i] ?? '').padEnd(to) : (cells[i] ?? '').padStart(to)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((to) => '─'.repeat(to)).join('  '), ...rows.map(line)]
}

function width(cell: string | undefined): number {
  return cell?.length ?? 0
}
