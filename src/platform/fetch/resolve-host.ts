import { lookup } from 'node:dns/promises'

/** The IP addresses of a host's name, in the order in which they are to be tried. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>

/** As the operating system does it: hosts file, name servers, whatever it is set up for. */
export const resolveHost: ResolveHost = async (hostname) => {
  const found = await lookup(hostname, { all: true })
  return found.map(({ address }) => address)
}
