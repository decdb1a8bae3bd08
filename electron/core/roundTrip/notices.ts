import type { RoundTripNotice } from '../../views.ts'

type Code = RoundTripNotice['code']

/** As many places as a person looks at. */
const mostPlaces = 20

const sentences: Readonly<Record<Code, string>> = {
  unreadable_value:
    'Some of the values in the file do not fit their fields, and were left as they are in Sheaf. Mend them in the file, or correct them here.',
  leading_zeros:
    'Leading zeros were lost when the file was saved. Nobody typed that, so the values stay as they are.',
  digits_lost:
    'A spreadsheet keeps fifteen figures of a number. The last ones were lost, so the values stay as they are.',
  unknown_document: 'Rows of documents that this Sheaf does not have were passed over.',
  other_batch: 'Rows of another batch were passed over. Drop each export by itself.',
  twice: 'Rows that say the same document twice were passed over; the first one counts.',
  rearranged:
    'The pages of these documents were put together differently since the export. Their rows were passed over.',
  row_gone: 'These rows are not in Sheaf any more. What was changed in them was passed over.',
  row_without_document:
    'Rows without a document_id were passed over: nothing says which document they belong to.',
  no_rows_left:
    'The file has none of the rows of these documents any more. They stay: rows that are to go are deleted one by one, or in Sheaf.',
  no_such_field: 'Values were typed into columns that these documents do not have.',
  unknown_column: 'Columns that Sheaf does not know were passed over.',
  more: 'There are more differences than can be shown at once. Take these over, then drop the file again for the others.',
}

/** Gathers what could not be taken, each kind with its first places. */
export function createNotices() {
  const found = new Map<Code, { count: number; places: string[] }>()
  return {
    add(code: Code, place: string): void {
      const notice = found.get(code) ?? { count: 0, places: [] }
      found.set(code, notice)
      notice.count += 1
      if (notice.places.length < mostPlaces) notice.places.push(place)
    },
    list: (): RoundTripNotice[] =>
      [...found].map(([code, { count, places }]) => ({
        ...{ code, count, sentence: sentences[code], places },
      })),
  }
}

export type Notices = ReturnType<typeof createNotices>
