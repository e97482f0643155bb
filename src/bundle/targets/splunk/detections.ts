import type { Detection } from './detection.ts'
import { attackingIp } from './detections/attacking-ip.ts'
import { destinationIp } from './detections/destination-ip.ts'
import { domain } from './detections/domain.ts'
import { fileHash } from './detections/file-hash.ts'
import { processHash } from './detections/process-hash.ts'
import { sender } from './detections/sender.ts'
import { url } from './detections/url.ts'

/** Every saved search of the app. */
export const DETECTIONS: readonly Detection[] = [destinationIp, attackingIp, domain, url, processHash, fileHash, sender]
