import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The data folder when none is named: SHEAF_DATA_DIR, else where each system keeps such things.
 * The same for every host, so that the window and the command line see the same batches.
 */
export function defaultDataDir({
  platform = process.platform,
  env = process.env,
  home = homedir(),
}: {
  platform?: NodeJS.Platform
  env?: NodeJS.ProcessEnv
  home?: string
} = {}): string {
  if (env.SHEAF_DATA_DIR) return env.SHEAF_DATA_DIR
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sheaf')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Sheaf')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'sheaf')
}
