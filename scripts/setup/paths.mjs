import { join } from 'node:path'

/**
 * The Node that everything after the bootstrap runs on, pinned as the npm package `node`.
 * @param {string} root
 * @param {string} [platform]
 */
export function pinnedNode(root, platform = process.platform) {
  return join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node')
}
