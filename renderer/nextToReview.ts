import type { DocumentRow } from '../electron/views.ts'

/** The document to review after this one, from the top again after the last; and how many are left. */
export function nextToReview(
  rows: readonly DocumentRow[],
  documentId: string,
): { readonly id: string | null; readonly left: number } {
  const at = rows.findIndex((row) => row.documentId === documentId)
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  const doubtful = others.filter((row) => row.status === 'needs_review' && row.documentId)
  return { id: doubtful[0]?.documentId ?? null, left: doubtful.length }
}
