import { parse } from 'tldts'
import { recognise } from '../../../indicator/recognise.ts'
import type { Identified } from '../../../indicator/normalised.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { isLiveLink } from './defanged.ts'

/** Endings that are top-level domains and file extensions: a bare name with one can be either. */
const ALSO_FILES = new Set(['app', 'cab', 'java', 'md', 'mov', 'pl', 'ps', 'py', 'rs', 'sh', 'so', 'zip'])
/** Where the names of packages begin, which are domains backwards: `com.example.app`. */
const PACKAGE_ROOTS = new Set(['android', 'com', 'io', 'net', 'org'])

/** What a word that is not defanged clearly is: an address, a host under a known top-level domain, a URL, an address of mail. */
export const bareValue = (word: string): Identified | undefined => {
  if (!word.includes('.') && !word.includes(':')) return undefined
  const read = recognise(word)
  if (isRejection(read)) return undefined
  return isClear(word, read) ? read : undefined
}

/** Whether a value is an address, or a URL on one: nobody cites a source by its address. */
export const isOnAddress = ({ kind, value }: Identified): boolean =>
  kind === 'url' && parse(`http://${value}`, { validateHostname: false }).isIp === true

const isClear = (word: string, { kind, value }: Identified): boolean =>
  kind === 'ipv4' || kind === 'ipv6' || (kind === 'url' && isLiveLink(word)) || isHostName(hostOf(value))

/** The host of a domain, of a URL without its scheme, or of an address of mail. */
const hostOf = (value: string): string => {
  const authority = value.split(/[:/]/, 1).join('')
  return authority.slice(authority.lastIndexOf('@') + 1)
}

const isHostName = (name: string): boolean => {
  const first = name.indexOf('.')
  const last = name.lastIndexOf('.')
  const isPackage = first < last && PACKAGE_ROOTS.has(name.slice(0, first))
  return (
    !isPackage &&
    !ALSO_FILES.has(name.slice(last + 1)) &&
    parse(name, { extractHostname: false, validateHostname: false }).isIcann === true
  )
}
