import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'

/** Loaded with `--import`: in this process and all its threads, whatever opens a connection throws. */
const refuse = (): never => {
  throw new Error('the network was used')
}
globalThis.fetch = refuse
net.Socket.prototype.connect = refuse
for (const module of [http, https]) Object.assign(module, { request: refuse, get: refuse })
Object.assign(dns, { lookup: refuse, resolve: refuse })
