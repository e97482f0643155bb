import type { Detection } from '../detection.ts'

/** Starts of a process whose file has a hash. */
export const fileHash: Detection = {
  title: 'Execution of a malicious file',
  description: 'A process was started from a file whose hash stands in the threat intelligence.',
  tactic: { id: 'TA0002', name: 'Execution' },
  events: 'process.hash.md5:* or process.hash.sha1:* or process.hash.sha256:*',
  comparisons: [
    [{ event: 'process.hash.md5', indicator: 'threat.indicator.file.hash.md5' }],
    [{ event: 'process.hash.sha1', indicator: 'threat.indicator.file.hash.sha1' }],
    [{ event: 'process.hash.sha256', indicator: 'threat.indicator.file.hash.sha256' }]
  ],
  about: ['host.id', 'process.hash.sha256']
}
