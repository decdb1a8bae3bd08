import { trailOf } from '../folderPaths.ts'
import classes from './FolderTrail.module.css'

interface FolderTrailProps {
  readonly path: string
  readonly onOpen: (path: string) => void
}

/** The way from the top to the folder that is shown; every step can be gone back to. */
export function FolderTrail({ path, onOpen }: FolderTrailProps) {
  const steps = trailOf(path)
  return (
    <nav aria-label="Path" className={classes.trail}>
      {steps.map((step, index) => (
        <span key={step.path} className={classes.step}>
          {index > 1 && <span aria-hidden>›</span>}
          <button
            type="button"
            className={classes.link}
            aria-current={index === steps.length - 1 ? 'location' : undefined}
            onClick={() => onOpen(step.path)}
          >
            {step.name}
          </button>
        </span>
      ))}
    </nav>
  )
}
