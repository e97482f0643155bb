import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  LONGEST_FEED_NAME,
  LONGEST_FEED_URL,
  longerThan,
  moreThan,
  MOST_FEED_ENTRIES
} from '../../api/bodies/bounds.ts'
import { FORMAT_READING, SECTOR_READING } from '../../api/bodies/readings.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { nameList, textList } from '../../indicator/context-lists.ts'
import { type FeedMode, FEED_MODES } from '../../indicator/feed-mode.ts'
import { ROLES } from '../../indicator/context.ts'
import { nearest } from '../../indicator/nearest.ts'
import { SECONDS_PER_DAY, type Instant } from '../../indicator/time.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { cleanText } from '../../indicator/clean-text.ts'
import { parseNetwork } from '../../platform/fetch/network.ts'
import type { FeedHeader, FeedRecord, FeedSchedule } from '../../store/feed-store.ts'
import { protocolFor } from '../collect/protocols.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { refuseSecret } from '../keys/refuse-secret.ts'
import { readAs } from '../read-as.ts'
import { parseDuration } from './duration.ts'
import { readHeader } from './read-header.ts'
import { DEFAULT_SCHEDULE, readCron, readEvery } from './schedule.ts'

/** A feed as somebody asks for it: everything as text. */
export interface FeedRequest {
  readonly name: string
  readonly url: string
  readonly format?: string | undefined
  /** `1h`; not beside `cron`. */
  readonly every?: string | undefined
  readonly cron?: string | undefined
  readonly mode?: string | undefined
  readonly confidence?: string | undefined
  readonly industries?: readonly string[] | undefined
  readonly role?: string | undefined
  readonly tlp?: string | undefined
  readonly threatTypes?: readonly string[] | undefined
  /** `30d`. */
  readonly lifetime?: string | undefined
  readonly licence?: string | undefined
  /** `Auth-Key: env:VARIABLE`. */
  readonly headers?: readonly string[] | undefined
  readonly allowNetworks?: readonly string[] | undefined
}

/** How a request is read. */
export interface FeedReading {
  readonly now: Instant
  /** Of any indicator, by the tiers. */
  readonly longestLifetimeDays: number
  /** How API keys begin, of which none may be kept. */
  readonly keyPrefix: string
  /** Whether the request comes over the API, not from this machine. */
  readonly isRemote: boolean
  /** What the one who asks calls a part of the request: `--every`, `threat_types`. */
  readonly nameOf: (part: keyof FeedRequest) => string
}

const LONGEST_LICENCE = 128

const SCHEMES = ['http:', 'https:', 'file:']

const readName = (text: string, parameter: string): string => {
  const name = cleanText(text, LONGEST_FEED_NAME + 1)
  const fault = (reason: string): Error => invalidParameter(parameter, text, { reason })
  if (name === '') throw fault('a feed needs a name that can be shown')
  if (Array.from(name).length > LONGEST_FEED_NAME) {
    throw invalidParameter(parameter, undefined, { reason: longerThan(LONGEST_FEED_NAME) })
  }
  // Clients take them for steps of a path.
  if (name === '.' || name === '..') throw fault('it is no name')
  return name
}

/** A path becomes the URL of its file. */
const readUrl = (text: string, parameter: string): string => {
  const allowed = ['https://…', 'http://…', 'file:///…', '/folder/file']
  if (isAbsolute(text)) return readUrl(pathToFileURL(text).href, parameter)
  if (!URL.canParse(text)) {
    throw invalidParameter(parameter, text, { reason: 'it is neither an absolute URL nor an absolute path', allowed })
  }
  const url = new URL(text)
  if (!SCHEMES.includes(url.protocol))
    throw invalidParameter(parameter, text, { reason: 'its scheme is not fetched', allowed })
  if (url.username !== '' || url.password !== '') {
    throw invalidParameter(parameter, undefined, {
      reason: 'it holds a user or password, which URLs are shown with; send them in a header'
    })
  }
  url.hash = ''
  if (url.href.length > LONGEST_FEED_URL) {
    throw invalidParameter(parameter, undefined, { reason: longerThan(LONGEST_FEED_URL) })
  }
  return url.href
}

const readChoice = <Word extends string>(
  text: string | undefined,
  choices: readonly Word[],
  parameter: string
): Word | undefined => {
  if (text === undefined) return undefined
  const choice = choices.find((word) => word === text)
  if (choice !== undefined) return choice
  throw invalidParameter(parameter, text, {
    reason: 'it is none of them',
    allowed: choices,
    nearest: nearest(text, choices)
  })
}

const readSchedule = ({ every, cron }: FeedRequest, { nameOf, now }: FeedReading): FeedSchedule => {
  if (every !== undefined && cron !== undefined) {
    throw invalidParameter(nameOf('cron'), cron, { reason: `it stands beside ${nameOf('every')}; give one of them` })
  }
  if (cron !== undefined) return readCron(cron, nameOf('cron'), now)
  return every === undefined ? DEFAULT_SCHEDULE : readEvery(every, nameOf('every'))
}

/** What is read as a list without ever coming whole would be withdrawn again at the next run. */
const readMode = ({ mode: text, format }: FeedRequest, { nameOf }: FeedReading): FeedMode | undefined => {
  const mode = readChoice(text, FEED_MODES, nameOf('mode'))
  if (mode !== 'list' || !protocolFor(format).isIncremental) return mode
  throw invalidParameter(nameOf('mode'), mode, {
    reason: `a feed of the format ${format} only brings what is new, and a list withdraws the rest`,
    allowed: ['window']
  })
}

const readLifetime = (text: string | undefined, { nameOf, longestLifetimeDays }: FeedReading): number | undefined => {
  if (text === undefined) return undefined
  const days = (parseDuration(text) ?? 0) / SECONDS_PER_DAY
  if (Number.isInteger(days) && days >= 1 && days <= longestLifetimeDays) return days
  throw invalidParameter(nameOf('lifetime'), text, {
    reason: 'it is no number of days, or longer than the longest lookback of a tier',
    allowed: [`1d to ${longestLifetimeDays}d`]
  })
}

const readHeaders = (texts: readonly string[], { nameOf, isRemote }: FeedReading): readonly FeedHeader[] => {
  const parameter = nameOf('headers')
  const headers = texts.map((text) => readHeader(text, parameter, isRemote))
  const names = headers.map(({ name }) => name.toLowerCase())
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated === undefined) return headers
  throw invalidParameter(parameter, repeated, { reason: 'the header is given twice' })
}

const readNetworks = (texts: readonly string[], { nameOf, isRemote }: FeedReading): readonly string[] => {
  const parameter = nameOf('allowNetworks')
  if (isRemote && texts.length > 0) {
    throw invalidParameter(parameter, undefined, {
      reason: 'private networks are opened on the machine itself: sigmill feeds add --allow-network'
    })
  }
  for (const text of texts) parseNetwork(text)
  return textList(texts)
}

const readList = (texts: readonly string[] | undefined, parameter: string): readonly string[] => {
  if (texts === undefined || texts.length <= MOST_FEED_ENTRIES) return texts ?? []
  throw invalidParameter(parameter, undefined, { reason: moreThan(MOST_FEED_ENTRIES) })
}

/** The parts in which a text of any kind is kept. */
const KEPT_TEXTS = ['name', 'url', 'licence', 'threatTypes', 'headers'] as const

const refuseSecrets = (request: FeedRequest, { nameOf, keyPrefix }: FeedReading): void => {
  for (const part of KEPT_TEXTS) {
    for (const text of [request[part] ?? []].flat()) refuseSecret(text, keyPrefix, nameOf(part))
  }
}

/** Checks everything that is asked for. Throws `invalid_parameter` for the first part that cannot be. */
export const readFeedRequest = (request: FeedRequest, reading: FeedReading): FeedRecord => {
  const { nameOf } = reading
  refuseSecrets(request, reading)
  const listOf = (part: 'industries' | 'threatTypes' | 'headers' | 'allowNetworks'): readonly string[] =>
    readList(request[part], nameOf(part))
  const licence = cleanText(request.licence ?? '', LONGEST_LICENCE)
  return {
    name: readName(request.name, nameOf('name')),
    url: readUrl(request.url, nameOf('url')),
    format: request.format === undefined ? undefined : readAs(FORMAT_READING, request.format, nameOf('format')),
    schedule: readSchedule(request, reading),
    mode: readMode(request, reading),
    confidence: readChoice(request.confidence, CONFIDENCES, nameOf('confidence')),
    industries: textList(listOf('industries').map((text) => readAs(SECTOR_READING, text, nameOf('industries')))),
    role: readChoice(request.role, ROLES, nameOf('role')),
    tlp: readChoice(request.tlp, TLPS, nameOf('tlp')),
    threatTypes: nameList(listOf('threatTypes')),
    lifetimeDays: readLifetime(request.lifetime, reading),
    licence: licence === '' ? undefined : licence,
    headers: readHeaders(listOf('headers'), reading),
    allowNetworks: readNetworks(listOf('allowNetworks'), reading),
    standing: 'enabled',
    added: reading.now
  }
}
