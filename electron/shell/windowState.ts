import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const state = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
})
export type WindowState = z.infer<typeof state>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window stood last; null when that is not known, or on a screen that is gone. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState | null {
  try {
    const saved = state.parse(JSON.parse(readFileSync(file, 'utf8')))
    return screens.some((screen) => canBeGrabbed(saved, screen)) ? saved : null
  } catch {
    return null
  }
}

/** A place is a comfort: that it cannot be kept stops nothing. */
export function writeWindowState(file: string, saved: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(saved))
    renameSync(`${file}.new`, file)
  } catch {}
}

/** The middle of the title bar lies on the screen. */
function canBeGrabbed(window: WindowState, screen: Area): boolean {
  const middle = window.x + window.width / 2
  return (
    middle >= screen.x &&
    middle < screen.x + screen.width &&
    window.y >= screen.y - 10 &&
    window.y < screen.y + screen.height - 40
  )
}
