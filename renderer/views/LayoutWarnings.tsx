import { IconAlertTriangle } from '@tabler/icons-react'
import type { TemplateProblem } from '../../electron/views.ts'
import { counted } from '../words.ts'
import classes from './LayoutView.module.css'

/** What may be as it is meant, or not: said, and in nobody's way. */
export function LayoutWarnings({ warnings }: { readonly warnings: readonly TemplateProblem[] }) {
  if (warnings.length === 0) return null
  return (
    <details className={classes.warnings}>
      <summary>
        <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
        {counted(warnings.length, 'thing')} that may not be meant
      </summary>
      <ul>
        {warnings.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
