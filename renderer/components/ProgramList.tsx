import { Button } from '@mantine/core'
import { IconEye, IconPencil } from '@tabler/icons-react'
import type { ClientView } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import classes from './ProgramList.module.css'

interface ProgramListProps {
  readonly programs: readonly ClientView[]
  readonly onRevoke: (program: ClientView) => void
}

/** Programs that have a key, or had one. */
export function ProgramList({ programs, onRevoke }: ProgramListProps) {
  return (
    <ul className={classes.list} aria-labelledby="programs-title">
      {programs.map((program) => (
        <li key={program.id} className={classes.row} data-state={program.state}>
          <div className={classes.what}>
            <span className={classes.name}>{program.name}</span>
            <span className={classes.may}>
              {program.scope === 'write' ? (
                <IconPencil size={14} aria-hidden />
              ) : (
                <IconEye size={14} aria-hidden />
              )}
              {program.scope === 'write' ? 'May begin batches' : 'May only look'}
            </span>
            <span className={classes.meta}>{stateWords(program)}</span>
            <span className={classes.meta}>Its files: {program.folders.join(', ')}</span>
          </div>
          {program.state !== 'revoked' && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={`Revoke the key of ${program.name}`}
              onClick={() => onRevoke(program)}
            >
              Revoke
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function stateWords({ state, expiresAt, lastUsedAt, createdAt }: ClientView): string {
  const used = lastUsedAt ? `last used ${whenOf(lastUsedAt)}` : 'never used'
  const made = `made ${whenOf(createdAt)}`
  if (state === 'revoked') return `Revoked · ${made} · ${used}`
  if (state === 'expired') return `Expired ${whenOf(expiresAt ?? '')} · ${used}`
  const until = expiresAt ? `expires ${dayOf(expiresAt)}` : 'does not expire'
  return `Works · ${until} · ${used}`
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })

function dayOf(iso: string): string {
  return day.format(new Date(iso))
}
