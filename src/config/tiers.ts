import { z } from 'zod'
import { someOf, wholeNumber, yesOrNo } from './values.ts'

/** The forms in which `GET /api/v1/iocs` answers. */
export const IOC_FORMATS = ['json', 'csv', 'txt'] as const

/** One of {@link IOC_FORMATS}. */
export type IocFormat = (typeof IOC_FORMATS)[number]

/** What the keys of a tier may do. */
export interface TierFigures {
  readonly sigmaExport: boolean
  readonly requestsPerMinute: number
  readonly requestsPerDay: number
  /** The most that one request may ask for. */
  readonly resultsPerRequest: number
  /** How long ago an indicator may have been last seen. */
  readonly lookbackDays: number
  /** Live keys that one account may hold. */
  readonly keysPerAccount: number
  readonly formats: readonly IocFormat[]
}

/** A tier of the operator's table. */
export interface Tier extends TierFigures {
  readonly name: string
}

const FREE: TierFigures = {
  sigmaExport: false,
  requestsPerMinute: 10,
  requestsPerDay: 1_000,
  resultsPerRequest: 100,
  lookbackDays: 1,
  keysPerAccount: 3,
  formats: ['json']
}

const PRO: TierFigures = {
  sigmaExport: true,
  requestsPerMinute: 1_000,
  requestsPerDay: 1_000_000,
  resultsPerRequest: 10_000,
  lookbackDays: 365,
  keysPerAccount: 50,
  formats: IOC_FORMATS
}

/** The schema of a tier whose figures have these defaults, or none. */
const figures = (initial?: TierFigures) =>
  z.strictObject({
    sigmaExport: yesOrNo('Whether the Sigma export is included', initial?.sigmaExport),
    requestsPerMinute: wholeNumber(
      'Requests of one key a minute',
      { from: 1, to: 10 ** 9 },
      initial?.requestsPerMinute
    ),
    requestsPerDay: wholeNumber('Requests of one key a day', { from: 1, to: 10 ** 9 }, initial?.requestsPerDay),
    resultsPerRequest: wholeNumber(
      'The most that one request may ask for',
      { from: 1, to: 1_000_000 },
      initial?.resultsPerRequest
    ),
    lookbackDays: wholeNumber(
      'Days since an indicator was last seen, at most',
      { from: 1, to: 36_500 },
      initial?.lookbackDays
    ),
    keysPerAccount: wholeNumber(
      'Live keys that one account may hold',
      { from: 1, to: 10 ** 6 },
      initial?.keysPerAccount
    ),
    formats: someOf('Formats of `GET /api/v1/iocs`', IOC_FORMATS, initial?.formats)
  })

/** A tier that an operator adds: every figure has to be given. */
export const ADDED_TIER = figures()

/** The table of tiers: two with defaults, and any number of others. */
export const TIERS = z.object({ free: figures(FREE), pro: figures(PRO) }).catchall(ADDED_TIER)

/** What a tier may be called. */
export const TIER_NAME = /^[a-z][a-z0-9_-]{0,31}$/

/** {@link TIER_NAME} in words. */
export const TIER_NAME_MUST = '1 to 32 lower-case letters, digits, _ and -, a letter first'
