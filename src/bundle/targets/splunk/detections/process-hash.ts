import type { Detection } from '../detection.ts'
import { hashesIn } from '../hashes-in.ts'

/** Starts of a process whose file has a hash. */
export const processHash: Detection = {
  title: 'Execution of a malicious file',
  description: 'A process was started from a file whose hash is listed.',
  table: 'hash',
  classes: ['file-hash'],
  dataset: 'Endpoint.Processes',
  by: ['dest', 'user', 'process_name', 'process_hash'],
  asset: 'dest',
  key: hashesIn('process_hash')
}
