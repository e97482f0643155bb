import type { Detections } from './detection.ts'
import { attackingIp } from './detections/attacking-ip.ts'
import { destinationIp } from './detections/destination-ip.ts'
import { domain } from './detections/domain.ts'
import { fileHash } from './detections/file-hash.ts'
import { sender } from './detections/sender.ts'
import { url } from './detections/url.ts'

/** How Elastic Security finds the indicators of every class. */
export const DETECTIONS: Detections = {
  'destination-ip': destinationIp,
  'attacking-ip': attackingIp,
  domain,
  url,
  'file-hash': fileHash,
  sender
}
