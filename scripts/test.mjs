import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver } from './setup/handOver.mjs'
import { pinnedNode } from './setup/paths.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { say } from './setup/say.mjs'
import { setup } from './setup.mjs'

/** `npm test`: makes the checkout ready, then runs every test on the Node that Sheaf runs on. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  await setup(root, { electron: true })
  process.exitCode = await handOver(pinnedNode(root), [join(root, 'scripts', 'runTests.ts')])
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  if (error.output !== '') say(error.output)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}
