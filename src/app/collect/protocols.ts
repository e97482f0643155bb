import type { Protocol } from './protocol.ts'
import { mispFeed } from './protocols/misp-feed.ts'
import { plain } from './protocols/plain.ts'
import { taxii } from './protocols/taxii.ts'

/** Every way in which feeds are collected. */
export const PROTOCOLS: readonly Protocol[] = [plain, taxii, mispFeed]

/** The protocol by which a feed of a format is collected: one of that name, else a single file. */
export const protocolFor = (format: string | undefined): Protocol =>
  PROTOCOLS.find(({ name }) => name === format) ?? plain
