import type ExcelJS from 'exceljs'

/** The parts of exceljs 4.4's streaming writer that its types leave out. */
interface Zip {
  append(text: string, entry: { readonly name: string }): unknown
}
interface WorkbookParts {
  readonly zip: Zip
  addImage(image: { readonly filename: string; readonly extension: 'png' }): number
  getImage(id: number): { readonly name: string }
}
interface SheetParts {
  readonly id: number
  readonly stream: { write(text: string): unknown }
  readonly _sheetRelsWriter: {
    addRelationship(target: { readonly Type: string; readonly Target: string }): string
  }
  _writeLegacyData(): void
}

interface Picture {
  readonly image: number
  readonly column: number
  readonly row: number
  readonly size: readonly [width: number, height: number]
}

export interface SheetPictures {
  /** Shows a picture in a cell, both counted from 0, so large in points. */
  add(file: string, place: Omit<Picture, 'image'>): void
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const drawingType = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const emuPerPoint = 12_700

/**
 * Pictures for the sheets of a workbook that is written row by row: exceljs has them only in workbooks that it
 * holds as a whole. What a sheet shows is a part of its own, named in the list of types and where the sheet ends.
 */
export function sheetPictures(workbook: ExcelJS.stream.xlsx.WorkbookWriter) {
  const book = workbook as unknown as WorkbookParts
  const drawings: string[] = []
  const append = book.zip.append.bind(book.zip)
  book.zip.append = (text, entry) =>
    append(entry.name === '[Content_Types].xml' ? withDrawings(text, drawings) : text, entry)

  return (worksheet: ExcelJS.Worksheet): SheetPictures => {
    const sheet = worksheet as unknown as SheetParts
    const pictures: Picture[] = []
    const writeLegacyData = sheet._writeLegacyData.bind(sheet)
    // The place of a drawing is right before that of comments.
    sheet._writeLegacyData = () => {
      if (pictures.length > 0) {
        const name = `drawing${sheet.id}.xml`
        drawings.push(`/xl/drawings/${name}`)
        append(drawingXml(pictures), { name: `xl/drawings/${name}` })
        append(relationsXml(pictures, book), { name: `xl/drawings/_rels/${name}.rels` })
        const target = { Type: `${office}/relationships/drawing`, Target: `../drawings/${name}` }
        const id = sheet._sheetRelsWriter.addRelationship(target)
        sheet.stream.write(`<drawing r:id="${id}"/>`)
      }
      writeLegacyData()
    }
    return {
      add: (filename, place) =>
        pictures.push({ ...place, image: book.addImage({ filename, extension: 'png' }) }),
    }
  }
}

function withDrawings(types: string, drawings: readonly string[]): string {
  const parts = drawings.map(
    (name) => `<Override PartName="${name}" ContentType="${drawingType}"/>`,
  )
  return types.replace('</Types>', `${parts.join('')}</Types>`)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function drawingXml(pictures: readonly Picture[]): string {
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  const spaces = `xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${office}/relationships"`
  return `${declaration}<xdr:wsDr ${spaces}>${pictures.map(anchorXml).join('')}</xdr:wsDr>`
}

function anchorXml({ column, row, size: [width, height] }: Picture, index: number): string {
  const extent = `cx="${Math.round(width * emuPerPoint)}" cy="${Math.round(height * emuPerPoint)}"`
  const corner = `<xdr:col>${column}</xdr:col><xdr:colOff>${emuPerPoint}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emuPerPoint}</xdr:rowOff>`
  const words = `<xdr:nvPicPr><xdr:cNvPr id="${index + 1}" name="Value ${index + 1}" descr="The value as it is printed"/><xdr:cNvPicPr/></xdr:nvPicPr>`
  const fill = `<xdr:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`
  const shape = `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`
  return `<xdr:oneCellAnchor><xdr:from>${corner}</xdr:from><xdr:ext ${extent}/><xdr:pic>${words}${fill}${shape}</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
}

function relationsXml(pictures: readonly Picture[], book: WorkbookParts): string {
  const type = `${office}/relationships/image`
  const relations = pictures.map(
    ({ image }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="../media/${book.getImage(image).name}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
}
