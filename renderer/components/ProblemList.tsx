import type { TemplateProblem } from '../../electron/views.ts'
import { Notice } from './Notice.tsx'

/** What is wrong with a part as a whole, a sentence each. */
export function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))]
  return sentences.map((sentence) => (
    <Notice key={sentence} tone="look">
      {sentence}
    </Notice>
  ))
}
