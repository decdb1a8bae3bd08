import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { HookPlace } from '../../views.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
// Systems take “no address” for their own.
loopback.addAddress('0.0.0.0', 'ipv4')
loopback.addAddress('::', 'ipv6')

const ownNetwork = new BlockList()
ownNetwork.addSubnet('10.0.0.0', 8, 'ipv4')
ownNetwork.addSubnet('172.16.0.0', 12, 'ipv4')
ownNetwork.addSubnet('192.168.0.0', 16, 'ipv4')
ownNetwork.addSubnet('169.254.0.0', 16, 'ipv4')
ownNetwork.addSubnet('fc00::', 7, 'ipv6')
ownNetwork.addSubnet('fe80::', 10, 'ipv6')

export interface FoundAddress {
  readonly place: HookPlace
  readonly host: string
  /** Those that were looked at: nothing else may be connected to. Empty when the name is not known. */
  readonly addresses: readonly LookupAddress[]
}

/**
 * Where an address of the web lies: on this computer, in a private network, or elsewhere. A name is what all of its
 * addresses are at most; `unknown` where it cannot be looked up now.
 */
export async function placeOfAddress(url: string): Promise<FoundAddress> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const addresses = await lookup(host, { all: true }).catch(() => [])
  const places = addresses.map(placeOf)
  const place = places.includes('public') ? 'public' : places.includes('private') ? 'private' : null
  return { host, addresses, place: place ?? (places.length > 0 ? 'loopback' : 'unknown') }
}

function placeOf({ address }: LookupAddress): Exclude<HookPlace, 'unknown'> {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(address, family)) return 'loopback'
  return ownNetwork.check(address, family) ? 'private' : 'public'
}
