import { isHex } from '../../../indicator/hash-kind.ts'
import { recognise } from '../../../indicator/recognise.ts'
import { isRejection, type RejectReason } from '../../../indicator/rejection.ts'
import { readTechniqueId } from '../../../indicator/technique-id.ts'
import { bareValue, isOnAddress } from './bare-value.ts'
import { isDefanged } from './defanged.ts'
import { namesOtherDigests, subjectOf } from './subject.ts'
import { type Word, wordsOf } from './words-of.ts'

/** What the surroundings of a text say about the values in it. */
export interface Surroundings {
  /**
   * Which values count that are not defanged: those that a text begins with (`lead`), one that is the whole text
   * (`whole`), or none. A label in the text (`Domain: …`) may say otherwise, unless it is `never`.
   */
  readonly bare: 'lead' | 'whole' | 'none' | 'never'
  /** Whether digests here are of certificates and the like. */
  readonly otherDigests: boolean
  readonly techniques: boolean
}

/** A value that is meant, or one that is told to be of no kind of ours. */
export interface Hit {
  readonly value: string
  readonly isOtherDigest: boolean
}

/** The values of a text that are meant as indicators. */
export const hitsOfText = (text: string, around: Surroundings): readonly Hit[] => {
  const words = wordsOf(text)
  const label = labelOf(words)
  const isOtherDigest = around.otherDigests || namesOtherDigests(label.text)
  const mode = bareMode(around.bare, label.text)
  const isMeant = createBareCheck(mode, words)
  return words.slice(label.words).flatMap(({ text: word }, index, rest): readonly Hit[] => {
    if (isHash(word)) return [{ value: word, isOtherDigest: isOtherDigest || isOfCommit(rest[index - 1]) }]
    const hash = labelledHash(word)
    if (hash !== undefined) return [{ value: hash, isOtherDigest }]
    const counts = isDefangedValue(word) || isCve(word) || (around.techniques && isTechnique(word))
    const isBare = isMeant(word, rest[index - 1]?.text)
    return counts || isBare ? [{ value: word, isOtherDigest: false }] : []
  })
}

const LONGEST_LABEL = 4

/** `SHA256 hash:` before a value, and how many words it takes. */
const labelOf = (words: readonly Word[]): { readonly text: string; readonly words: number } => {
  const end = words.slice(0, LONGEST_LABEL).findIndex(({ isLabel }) => isLabel) + 1
  const label = words.slice(0, end)
  if (label.some(({ text }) => isDefanged(text) || isHash(text) || bareValue(text) !== undefined)) return NO_LABEL
  return { text: label.map(({ text }) => text).join(' '), words: end }
}

const NO_LABEL = { text: '', words: 0 }

const bareMode = (given: Surroundings['bare'], label: string): Surroundings['bare'] => {
  if (label === '' || given === 'never') return given
  return subjectOf(label) === 'indicators' ? 'lead' : 'none'
}

type BareCheck = (word: string, before: string | undefined) => boolean

/** Says of one word after the other whether it counts although it is not defanged. */
const createBareCheck = (mode: Surroundings['bare'], words: readonly Word[]): BareCheck => {
  const isListed = mode === 'lead' || (mode === 'whole' && words.length === 1)
  // Who defangs a host often leaves the address beside it as it is.
  const countsAddresses = isListed || words.some(({ text }) => isDefanged(text))
  let leading = true
  return (word, before) => {
    const value = bareValue(word)
    if (value === undefined) {
      leading &&= isSeparator(word) || isDefanged(word) || isHash(word)
      return false
    }
    if (isOnAddress(value)) return true
    const isAddress = value.kind === 'ipv4' || value.kind === 'ipv6'
    return isAddress ? countsAddresses && !isVersionWord(before) : isListed && leading
  }
}

const SEPARATOR = /^(?:[^\p{L}\p{N}]+|[0-9]{1,5}|port|and|or|tcp|udp)$/iu

const isSeparator = (word: string): boolean => SEPARATOR.test(word)

const VERSIONS = new Set(['v', 'version', 'versions', 'build', 'release', 'firmware'])

const isVersionWord = (word: string | undefined): boolean => word !== undefined && VERSIONS.has(word.toLowerCase())

const HASH_LENGTHS = new Set([32, 40, 64])

const isHash = (word: string): boolean => HASH_LENGTHS.has(word.length) && isHex(word) && /[A-Fa-f]/.test(word)

/** `sha256:…`, `MD5=…`. */
const labelledHash = (word: string): string | undefined => {
  const hash = word.slice(Math.max(word.lastIndexOf(':'), word.lastIndexOf('=')) + 1)
  const isLabelled = hash !== word && isHash(hash) && subjectOf(word.slice(0, word.length - hash.length)) !== undefined
  return isLabelled ? hash : undefined
}

const isOfCommit = (before: Word | undefined): boolean => before?.text.toLowerCase() === 'commit'

const CVE = /^CVE-[0-9]{4}-[0-9]{4,19}$/i

const isCve = (word: string): boolean => CVE.test(word)

const isTechnique = (word: string): boolean => readTechniqueId(word) !== undefined

/** What prose with a mark in it may look like: `look (at) this`. */
const NO_VALUE: ReadonlySet<RejectReason> = new Set<RejectReason>(['bad_email', 'unknown_kind'])

/** A defanged value that breaks the rules of its kind is kept, so that it is refused with the reason. */
const isDefangedValue = (word: string): boolean => {
  if (!isDefanged(word)) return false
  const read = recognise(word)
  return !isRejection(read) || !NO_VALUE.has(read.reason)
}
