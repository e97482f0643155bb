import { join } from 'node:path'
import { ageIndicators } from '../../../src/app/age-indicators.ts'
import { createFeeds, type Feeds } from '../../../src/app/feeds/feeds.ts'
import { runFeed } from '../../../src/app/feeds/run-feed.ts'
import { guardOf } from '../../../src/app/guard/load-guard.ts'
import { recheckGuard } from '../../../src/app/guard/recheck-guard.ts'
import { ruleFileName } from '../../../src/app/rule-manifest.ts'
import { sync } from '../../../src/app/sync/sync.ts'
import type { SyncReport } from '../../../src/app/sync/sync-report.ts'
import { readServerUrl } from '../../../src/app/sync/sync-request.ts'
import { openSyncServer } from '../../../src/app/sync/sync-server.ts'
import type { Settings } from '../../../src/config/settings.ts'
import { nodeCrypto } from '../../../src/platform/crypto.ts'
import { openFolder } from '../../../src/platform/folder.ts'
import { createAskServer } from '../../../src/platform/server/ask-server.ts'
import { openSpool } from '../../../src/platform/spool.ts'
import type { FeedRun } from '../../../src/store/feed-store.ts'
import { startServer, type TestServer, withTier } from '../../http/test-server.ts'
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts'
import { fetcher, LOOPBACK } from '../../support/fetching.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { defaultSettings } from '../../support/settings.ts'
import { MOMENT } from '../../support/stores.ts'
import type { Rules } from './rules.ts'
import { DAY, pathOf } from './serve-year.ts'
import { YEAR_FEEDS } from './year-feeds.ts'
import { TESTER } from '../../support/acting.ts'

/** Days for which what is no more is kept, so that a year is long enough to come back too late. */
export const KEPT = { versionDays: 7, removalDays: 40 } as const

/** A server with the feeds of the year, the server that they come from, and a folder that is synced. */
export interface YearWorld {
  readonly server: TestServer
  readonly feeds: Feeds
  readonly origin: FeedServer
  /** The folder that is kept in step. */
  readonly folder: string
  setDay(day: number): void
  run(name: string): Promise<FeedRun>
  /** What `serve` does every hour besides fetching. */
  keepUp(): Promise<void>
  /** Brings a folder in step. */
  sync(path: string): Promise<SyncReport>
  /** A fresh export. */
  exported(): Promise<Rules>
  /** How often the server has answered with a status. */
  answered(status: number): number
}

const settingsOfYear = async (): Promise<Settings> => {
  const unlimited = { requestsPerMinute: 1_000_000, requestsPerDay: 1_000_000 }
  const settings = withTier('pro', unlimited)(await defaultSettings())
  return { ...settings, history: KEPT, feeds: { ...settings.feeds, growthFrom: 20, maxGrowth: 3 } }
}

const addFeeds = async (feeds: Feeds, origin: FeedServer): Promise<void> => {
  for (const feed of YEAR_FEEDS) {
    const { name, request } = feed
    const url = origin.url + pathOf(feed)
    await feeds.add({ name, url, allowNetworks: LOOPBACK, ...request }, { isRemote: false, nameOf: (part) => part })
  }
}

const fileOf = (rule: string): string => ruleFileName(/^id: (.*)$/m.exec(rule)?.[1] ?? '')

const SILENT = { info() {}, warn() {}, error() {} }

/** Starts both servers; nothing was fetched yet. */
export const openYear = async (): Promise<YearWorld> => {
  const settings = await settingsOfYear()
  const server = await startServer({ settings: () => settings })
  const origin = await startFeedServer()
  const { store, clock } = server
  const feeds = createFeeds({ store, settings, clock, crypto: nodeCrypto, actor: TESTER })
  await addFeeds(feeds, origin)
  const parts = { store, settings, clock, crypto: nodeCrypto, guard: guardOf(store, settings, clock) }
  const fetch = fetcher({ clock })
  const ask = createAskServer({ userAgent: 'sigmill/test', resolve: () => Promise.resolve(['127.0.0.1']) })
  const pause = (): Promise<void> => Promise.reject(new Error('nothing is to be waited for'))
  return {
    server,
    feeds,
    origin,
    folder: join(await scratchFolder(), 'rules'),
    setDay: (day) => clock.set(MOMENT + day * DAY),
    run: (name) => runFeed({ ...parts, fetch, environment: {}, log: SILENT }, name),
    async keepUp() {
      await ageIndicators(parts)
      await recheckGuard(store, parts.guard)
    },
    sync: async (path) =>
      sync(
        {
          url: readServerUrl(server.url, '--from'),
          filters: { kinds: undefined, confidences: undefined, industries: undefined },
          group: undefined,
          pageSize: 100
        },
        {
          folder: await openFolder(path),
          server: openSyncServer({ ask, pause, clock, key: server.pro, retries: 2 }),
          crypto: nodeCrypto,
          openSpool,
          named: 0
        }
      ),
    async exported() {
      const { text } = await server.ask('/api/v1/iocs/sigma?limit=10000')
      const rules = text.split('---\n').map((rule) => [fileOf(rule), rule] as const)
      return new Map(rules)
    },
    answered: (status) => server.log.filter((line) => line.includes(`"status":${status},`)).length
  }
}
