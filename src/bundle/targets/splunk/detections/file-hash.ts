import type { Detection } from '../detection.ts'
import { hashesIn } from '../hashes-in.ts'

/** Files that were written or touched and have a hash, also those that never start as a process. */
export const fileHash: Detection = {
  title: 'Malicious file on a disk',
  description: 'A file whose hash is listed was seen on a disk.',
  table: 'hash',
  classes: ['file-hash'],
  dataset: 'Endpoint.Filesystem',
  by: ['dest', 'user', 'file_name', 'file_hash'],
  asset: 'dest',
  key: hashesIn('file_hash')
}
