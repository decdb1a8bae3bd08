import type { Decisions } from '../electron/contract.ts'
import type { IntakeChoice } from './stores/intakeStore.ts'

/** Stands in the choice of templates for a batch without documents; no template has a colon in its name. */
export const textOnly = ':text'

type Chosen = Pick<Decisions, 'kind' | 'template' | 'reader' | 'languages' | 'name' | 'reference'>

/** What a person chose in the face, as the core is told. */
export function decisionsOf({
  template,
  reader,
  languages,
  name,
  reference,
}: IntakeChoice): Chosen {
  const isText = template === textOnly
  return {
    kind: isText ? 'read' : 'extract',
    template: isText ? 'auto' : template,
    reader,
    languages: [...languages],
    name: name.trim() || null,
    reference: reference.trim() || null,
  }
}

/** The way back: what the choices show for decisions that the core holds. */
export function choiceOf({
  kind,
  template,
  reader,
  languages,
  name,
  reference,
}: Decisions): IntakeChoice {
  return {
    template: kind === 'read' ? textOnly : template,
    reader,
    languages,
    name: name ?? '',
    reference: reference ?? '',
  }
}
