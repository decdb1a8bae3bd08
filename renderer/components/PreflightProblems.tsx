import { IconCopy, IconFileAlert, IconLock } from '@tabler/icons-react'
import type { PreflightReport } from '../../electron/contract.ts'
import classes from './PreflightLines.module.css'
import { FileLine, MoreLine } from './PreflightLines.tsx'

type Group = PreflightReport['willNot'][number]

/** So many names are read at a glance; more of them only by who looks for one. */
const atAGlance = 3

/** Files that will not be read, by reason, each by its name. */
export function PreflightProblems({ groups }: { readonly groups: readonly Group[] }) {
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="problems-title" className={classes.section}>
      <h3 id="problems-title" className={classes.heading}>
        Will not be read
      </h3>
      {groups.map((group) =>
        group.files <= atAGlance ? (
          <FileLine key={group.code} icon={iconOf(group)} tone={toneOf(group)}>
            {group.sentence}{' '}
            {group.named.map(({ itemId, filename, path }) => (
              <span key={itemId} className={classes.name} title={path}>
                {filename}
              </span>
            ))}
          </FileLine>
        ) : (
          <details key={group.code}>
            <FileLine as="summary" icon={iconOf(group)} tone={toneOf(group)}>
              {group.sentence}
            </FileLine>
            <ul className={classes.list}>
              {group.named.map(({ itemId, filename, path }) => (
                <li key={itemId} title={path}>
                  {filename}
                </li>
              ))}
              <MoreLine all={group.files} shown={group.named.length} />
            </ul>
          </details>
        ),
      )}
    </section>
  )
}

function toneOf({ code }: Group): 'idle' | 'look' {
  return code === 'duplicate' ? 'idle' : 'look'
}

function iconOf({ code }: Group) {
  if (code === 'file_encrypted' || code === 'password_wrong') return IconLock
  return code === 'duplicate' ? IconCopy : IconFileAlert
}
