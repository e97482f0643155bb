import type { Kind } from '../../../../src/indicator/kind.ts'
import { hit, missed, nearMiss, type FormSet, type Subject } from '../log-form.ts'

type HashKind = Extract<Kind, 'md5' | 'sha1' | 'sha256'>

const subject = (kind: HashKind, value: string): Subject => {
  const name = kind.toUpperCase()
  const flipped = value.replace(/^./, '7')
  return {
    kind,
    value,
    forms: [
      hit(`${name} in a field of its own`, 'crowdstrike', { [kind]: value }),
      hit(`${name} in a field of its own, upper case`, 'crowdstrike', { [kind]: value.toUpperCase() }),
      missed(
        `${name} among the hashes of Sysmon`,
        'sysmon',
        { Hashes: `${name}=${value.toUpperCase()}` },
        'The pipeline reads one field per hash.',
        'Convert for Sysmon without the pipeline.'
      ),
      nearMiss('other hash', 'crowdstrike', { [kind]: flipped }, 'Another file.'),
      nearMiss(
        'its digits in the field of another hash',
        'crowdstrike',
        { imphash: value, ssdeep: value },
        'Another kind of hash.'
      ),
      nearMiss('hash cut short', 'crowdstrike', { [kind]: value.slice(0, -1) }, 'It may be another file.')
    ]
  }
}

export const plainHash: FormSet = {
  title: 'File hashes where every hash has its field',
  logSource: 'process_creation',
  field: 'md5, sha1, sha256',
  pipeline: 'plain-hashes',
  subjects: [
    subject('md5', '0a1b2c3d'.repeat(4)),
    subject('sha1', '1a2b3c4d'.repeat(5)),
    subject('sha256', '2a3b4c5d'.repeat(8))
  ]
}
