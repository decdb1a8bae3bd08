import { IconCopy, IconFileAlert, IconLock } from '@tabler/icons-react'
import type { PreflightReport } from '../../electron/contract.ts'
import classes from './PreflightLists.module.css'

type Group = PreflightReport['willNot'][number]

/** Few names are read at a glance; more of them only by who looks for one. */
const atAGlance = 6

/** Files that will not be read, by reason, each by its name. */
export function PreflightProblems({ groups }: { readonly groups: readonly Group[] }) {
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="problems-title" className={classes.section}>
      <h3 id="problems-title" className={classes.heading}>
        Will not be read
      </h3>
      {groups.map((group) => (
        <details key={group.code} className={classes.group} open={group.files <= atAGlance}>
          <summary data-tone={isWish(group) ? 'idle' : 'look'}>
            <GroupIcon code={group.code} />
            <span>{group.sentence}</span>
          </summary>
          <ul>
            {group.named.map(({ itemId, filename, path }) => (
              <li key={itemId} title={path}>
                {filename}
              </li>
            ))}
            {group.files > group.named.length && (
              <li>and {(group.files - group.named.length).toLocaleString('en')} more</li>
            )}
          </ul>
        </details>
      ))}
    </section>
  )
}

const isWish = ({ code }: Group) => code === 'duplicate'

function GroupIcon({ code }: { readonly code: string }) {
  const isLocked = code === 'file_encrypted' || code === 'password_wrong'
  const Icon = isLocked ? IconLock : code === 'duplicate' ? IconCopy : IconFileAlert
  return <Icon size={17} stroke={1.8} aria-hidden />
}
