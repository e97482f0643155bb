import type { Kind } from '../../../../src/indicator/kind.ts'
import { hit, missed, nearMiss, superset, type FormSet, type Subject } from '../log-form.ts'

type HashKind = Extract<Kind, 'md5' | 'sha1' | 'sha256'>

const LENGTHS = { md5: 32, sha1: 40, sha256: 64 } as const

const digits = (seed: string, length: number): string => seed.repeat(length / seed.length)

const hashes = (text: string) => ({ Hashes: text })

const OTHER = { MD5: digits('7e', 32), SHA1: digits('7e', 40), SHA256: digits('7e', 64), IMPHASH: digits('7e', 32) }

/** What Sysmon writes with all its algorithms on. */
const allOf = (own: Readonly<Record<string, string>>) => {
  const pairs = Object.entries({ ...OTHER, ...own }).map(([name, hex]) => `${name}=${hex.toUpperCase()}`)
  return hashes(pairs.join(','))
}

const subject = (kind: HashKind, seed: string): Subject => {
  const name = kind.toUpperCase()
  const value = digits(seed, LENGTHS[kind])
  const longer = kind === 'sha256' ? 'SHA512' : 'SHA256'
  return {
    kind,
    value,
    forms: [
      hit(`${name} among all hashes of an image`, 'sysmon', allOf({ [name]: value })),
      hit(`${name} alone`, 'sysmon', hashes(`${name}=${value.toUpperCase()}`)),
      hit(`${name} in lower case`, 'sysmon', hashes(`${kind}=${value}`)),
      missed(
        `${name} in a field of its own`,
        'crowdstrike',
        { [kind]: value },
        'The rule reads the field Hashes of Sysmon.',
        'Convert with the pipeline plain-hashes or that of the target.'
      ),
      missed(
        `${name} that Sysmon is not set to compute`,
        'sysmon',
        hashes(`IMPHASH=${OTHER.IMPHASH.toUpperCase()}`),
        'The event does not carry the hash.',
        'Name all three algorithms in HashAlgorithms of the Sysmon configuration.'
      ),
      missed(
        `${name} of a script or document that a program opens`,
        'sysmon',
        { ...allOf({}), CommandLine: 'wscript.exe invoice.js' },
        'The event carries the hash of the program.',
        'Look for such hashes in file, mail and web logs.'
      ),
      nearMiss('other hash', 'sysmon', allOf({}), 'Another file.'),
      nearMiss('its digits as import hash', 'sysmon', allOf({ IMPHASH: value.slice(0, 32) }), 'Another kind of hash.'),
      nearMiss(
        'its digits begin a longer kind of hash',
        'sysmon',
        hashes(`${longer}=${value.toUpperCase()}${digits('7E', 64)}`.slice(0, longer === 'SHA512' ? 135 : 71)),
        'Another kind of hash.'
      ),
      nearMiss(
        'hash cut short',
        'sysmon',
        hashes(`${name}=${value.slice(0, -1).toUpperCase()}`),
        'It may be another file.'
      ),
      superset(
        `more digits behind the ${name}`,
        'sysmon',
        hashes(`${name}=${value.toUpperCase()}7E`),
        'The length belongs to the algorithm, so that no product writes this.'
      )
    ]
  }
}

export const fileHash: FormSet = {
  title: 'File hashes',
  logSource: 'process_creation',
  field: 'Hashes',
  subjects: [subject('md5', '0a1b2c3d'), subject('sha1', '1a2b3c4d'), subject('sha256', '2a3b4c5d')]
}
