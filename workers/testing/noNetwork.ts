import childProcess from 'node:child_process'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** Loaded with `--import`: in this process and all its threads, whatever opens a connection or starts a program throws. */
const refuse = (): never => {
  throw new Error('the network was used')
}
const refuseProgram = (): never => {
  throw new Error('a program was started')
}
globalThis.fetch = refuse
net.Socket.prototype.connect = refuse
for (const module of [http, https]) Object.assign(module, { request: refuse, get: refuse })
Object.assign(dns, { lookup: refuse, resolve: refuse })
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  Object.assign(childProcess, { [name]: refuseProgram })
syncBuiltinESMExports()
