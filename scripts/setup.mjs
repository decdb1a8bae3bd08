import { join } from 'node:path'
import { electronBuild, rendererBuild } from './setup/builds.mjs'
import { holdLock } from './setup/holdLock.mjs'
import { ocrData } from './setup/ocrData.mjs'
import { packages } from './setup/packages.mjs'

/**
 * Makes a checkout ready: packages, OCR language data and, when asked for, the builds. What is
 * there already is left alone, so the second call costs milliseconds.
 * Runs on any Node from 20 on and needs no package: it is what installs them.
 * @param {string} root
 * @param {{ renderer?: boolean, electron?: boolean }} [wanted]
 */
export async function setup(root, { renderer = false, electron = false } = {}) {
  const steps = [packages, ocrData]
  if (renderer) steps.push(rendererBuild)
  if (electron) steps.push(electronBuild)
  if (steps.every((step) => step.isFresh(root))) return
  await holdLock(join(root, '.setup.lock'), async () => {
    for (const step of steps) if (!step.isFresh(root)) await step.run(root)
  })
}
