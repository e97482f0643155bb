import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { nameList, textList } from '../../indicator/context-lists.ts'
import { ROLES } from '../../indicator/context.ts'
import { nearest } from '../../indicator/nearest.ts'
import { parseSector, SECTORS, type Sector } from '../../indicator/sector.ts'
import { SECONDS_PER_DAY, type Instant } from '../../indicator/time.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { cleanText } from '../../indicator/clean-text.ts'
import { parseNetwork } from '../../platform/fetch/network.ts'
import type { FeedHeader, FeedMode, FeedRecord, FeedSchedule } from '../../store/feed-store.ts'
import { PROTOCOL_FORMATS, protocolFor } from '../collect/protocols.ts'
import { FEED_FORMATS } from '../feed-formats.ts'
import { LONGEST_FEED_NAME } from '../feed-name.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { parseDuration } from './duration.ts'
import { readHeader } from './read-header.ts'
import { DEFAULT_SCHEDULE, readCron, readEvery } from './schedule.ts'

/** What a feed can be read as: a format, or a protocol of several requests. */
export const FETCHED_FORMATS: readonly string[] = [...FEED_FORMATS.map(({ name }) => name), ...PROTOCOL_FORMATS]

/** See `FeedMode`. */
export const FEED_MODES = ['list', 'window'] as const

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
  /** Whether the request comes over the API, not from this machine. */
  readonly isRemote: boolean
  /** What the one who asks calls a part of the request: `--every`, `threat_types`. */
  readonly nameOf: (part: keyof FeedRequest) => string
}

const LONGEST_URL = 2_048
const LONGEST_LICENCE = 128
const MOST_ENTRIES = 50

const SCHEMES = ['http:', 'https:', 'file:']

const readName = (text: string, parameter: string): string => {
  const name = cleanText(text, LONGEST_FEED_NAME + 1)
  const fault = (reason: string): Error => invalidParameter(parameter, text, { reason })
  if (name === '') throw fault('a feed needs a name that can be shown')
  if (Array.from(name).length > LONGEST_FEED_NAME) throw fault(`it is longer than ${LONGEST_FEED_NAME} characters`)
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
  if (url.href.length > LONGEST_URL) {
    throw invalidParameter(parameter, undefined, { reason: `it is longer than ${LONGEST_URL} characters` })
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

const readSector = (text: string, parameter: string): Sector => {
  const sector = parseSector(text)
  if (sector !== undefined) return sector
  throw invalidParameter(parameter, text, {
    reason: 'it is no sector',
    allowed: SECTORS,
    nearest: nearest(text, SECTORS)
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
  if (texts === undefined || texts.length <= MOST_ENTRIES) return texts ?? []
  throw invalidParameter(parameter, undefined, { reason: `it has more than ${MOST_ENTRIES} entries` })
}

/** Checks everything that is asked for. Throws `invalid_parameter` for the first part that cannot be. */
export const readFeedRequest = (request: FeedRequest, reading: FeedReading): FeedRecord => {
  const { nameOf } = reading
  const listOf = (part: 'industries' | 'threatTypes' | 'headers' | 'allowNetworks'): readonly string[] =>
    readList(request[part], nameOf(part))
  const licence = cleanText(request.licence ?? '', LONGEST_LICENCE)
  return {
    name: readName(request.name, nameOf('name')),
    url: readUrl(request.url, nameOf('url')),
    format: readChoice(request.format, FETCHED_FORMATS, nameOf('format')),
    schedule: readSchedule(request, reading),
    mode: readMode(request, reading),
    confidence: readChoice(request.confidence, CONFIDENCES, nameOf('confidence')),
    industries: textList(listOf('industries').map((text) => readSector(text, nameOf('industries')))),
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
