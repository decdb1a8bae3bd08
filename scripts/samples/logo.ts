import type { Paper } from './paper.ts'

/** A drawn mark, so that a page has a logo and no picture file is needed. */
export function drawLogo(
  paper: Paper,
  kind: 'waves' | 'leaf' | 'bars' | 'ring' | 'blocks' | 'peak',
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  const { doc } = paper
  doc.save()
  const unit = size / 10
  switch (kind) {
    case 'waves':
      doc.circle(x + size / 2, y + size / 2, size / 2).fill(colour)
      for (const row of [4, 6])
        doc
          .moveTo(x + unit, y + row * unit)
          .bezierCurveTo(
            x + 4 * unit,
            y + (row - 2) * unit,
            x + 6 * unit,
            y + (row + 2) * unit,
            x + 9 * unit,
            y + row * unit,
          )
          .lineWidth(unit * 0.8)
          .stroke('#ffffff')
      break
    case 'leaf':
      doc
        .moveTo(x, y + size)
        .bezierCurveTo(x, y, x + size / 2, y, x + size, y)
        .bezierCurveTo(x + size, y + size / 2, x + size, y + size, x, y + size)
        .fill(colour)
      doc
        .moveTo(x, y + size)
        .lineTo(x + 7 * unit, y + 3 * unit)
        .lineWidth(unit * 0.6)
        .stroke('#ffffff')
      break
    case 'bars':
      for (const [index, tall] of [4, 7, 10, 6].entries())
        doc
          .rect(x + index * 2.6 * unit, y + (10 - tall) * unit, 1.9 * unit, tall * unit)
          .fill(colour)
      break
    case 'ring':
      doc
        .circle(x + size / 2, y + size / 2, size * 0.4)
        .lineWidth(size * 0.18)
        .stroke(colour)
      doc.circle(x + size / 2, y + size / 2, size * 0.12).fill(colour)
      break
    case 'blocks':
      for (const [column, row] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 2],
        [2, 1],
      ] as const)
        doc.rect(x + column * 3.4 * unit, y + row * 3.4 * unit, 3 * unit, 3 * unit).fill(colour)
      break
    case 'peak':
      doc
        .polygon([x, y + size], [x + size * 0.4, y + size * 0.15], [x + size * 0.8, y + size])
        .fill(colour)
      doc
        .polygon(
          [x + size * 0.45, y + size],
          [x + size * 0.72, y + size * 0.45],
          [x + size, y + size],
        )
        .fillOpacity(0.6)
        .fill(colour)
      break
  }
  doc.restore()
}
