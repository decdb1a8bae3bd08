import type { Box } from '../model.ts'
import { intersection, isAxisAligned, unitBox } from './pdfGeometry.ts'
import type { PaintedArea } from './pdfPainted.ts'
import type { PaintState } from './pdfState.ts'

/** A filled path. `box` is the box around it, points of the upright page. */
export function filled(
  state: PaintState,
  box: Box,
  order: number,
  isRectangle: boolean,
  pathLength = 0,
): PaintedArea {
  return {
    ...{
      kind: isRectangle ? 'fill' : 'shape',
      box: intersection(state.clip, box),
      ...{ order, pathLength, picture: null },
    },
    isOpaque:
      isRectangle && state.alpha > 0.98 && !state.isBlended && !state.isMasked && !state.isLayerOff,
    colour: isRectangle && state.alpha > 0.98 ? state.fill : null,
  }
}

/** A picture painted into the unit square of the state’s matrix. */
export function pictured(
  state: PaintState,
  source: string | { readonly data?: unknown },
  order: number,
  isMask: boolean,
): PaintedArea {
  const { matrix } = state
  const isPlain =
    state.alpha > 0.98 && !state.isBlended && !state.isMasked && !state.hasMaskedPicture
  const whole = unitBox(matrix)
  return {
    ...{ kind: 'picture', box: intersection(state.clip, whole), order, colour: state.fill },
    pathLength: 0,
    isOpaque: isPlain && !isMask && isAxisAligned(matrix),
    picture: {
      source: isMask ? ((source as { data: string }).data ?? '') : source,
      ...{ matrix, isMask, isPlain: isPlain && !state.isClipped && holds(state.clip, whole) },
    },
  }
}

/** Whether a clip leaves a picture whole; scans are often a hair larger than their page. */
function holds(clip: Box, whole: Box): boolean {
  return (
    [0, 1].every((i) => Number(clip[i]) < Number(whole[i]) + 2) &&
    [2, 3].every((i) => Number(clip[i]) > Number(whole[i]) - 2)
  )
}

/** How many numbers the path of a painting operator has. */
export function pathLength(args: readonly unknown[]): number {
  const [path] = (args[1] as (Float32Array | null)[] | undefined) ?? []
  return path?.length ?? 0
}

/** A path of one upright rectangle: a move, three or four lines, and closed. */
export function isRectangle(args: readonly unknown[]): boolean {
  const [path] = (args[1] as (Float32Array | null)[] | undefined) ?? []
  if (!path || (path.length !== 13 && path.length !== 16)) return false
  for (let at = 3; at + 2 < path.length; at += 3)
    if (path[at + 1] !== path[at - 2] && path[at + 2] !== path[at - 1]) return false
  return true
}
