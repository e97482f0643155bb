import type { Description } from './description.ts'
import { DELETE_FEED } from './operations/delete-feed.ts'
import { DELETE_GUARD_ENTRY } from './operations/delete-guard-entry.ts'
import { DELETE_KEY } from './operations/delete-key.ts'
import { GET_BUNDLE } from './operations/get-bundle.ts'
import { GET_DOCS } from './operations/get-docs.ts'
import { GET_FEED } from './operations/get-feed.ts'
import { GET_FEEDS } from './operations/get-feeds.ts'
import { GET_GUARD_CHECK } from './operations/get-guard-check.ts'
import { GET_GUARD_ENTRIES } from './operations/get-guard-entries.ts'
import { GET_GUARD_ENTRY } from './operations/get-guard-entry.ts'
import { GET_GUARD } from './operations/get-guard.ts'
import { GET_HEALTHZ } from './operations/get-healthz.ts'
import { GET_IOCS } from './operations/get-iocs.ts'
import { GET_KEY } from './operations/get-key.ts'
import { GET_KEY_USAGE } from './operations/get-key-usage.ts'
import { GET_KEYS } from './operations/get-keys.ts'
import { GET_ME } from './operations/get-me.ts'
import { GET_METRICS } from './operations/get-metrics.ts'
import { GET_OPEN_API } from './operations/get-open-api.ts'
import { GET_OPEN_METRICS } from './operations/get-open-metrics.ts'
import { GET_PIPELINE } from './operations/get-pipeline.ts'
import { GET_PIPELINES } from './operations/get-pipelines.ts'
import { GET_PLAN } from './operations/get-plan.ts'
import { GET_READYZ } from './operations/get-readyz.ts'
import { GET_SIGMA_CHANGES } from './operations/get-sigma-changes.ts'
import { GET_SIGMA_MANIFEST } from './operations/get-sigma-manifest.ts'
import { GET_SIGMA_RULE } from './operations/get-sigma-rule.ts'
import { GET_SIGMA_RULES } from './operations/get-sigma-rules.ts'
import { GET_SIGMA_WHY } from './operations/get-sigma-why.ts'
import { GET_STIX } from './operations/get-stix.ts'
import { GET_TAXII_COLLECTION } from './operations/get-taxii-collection.ts'
import { GET_TAXII_COLLECTIONS } from './operations/get-taxii-collections.ts'
import { GET_TAXII_DISCOVERY } from './operations/get-taxii-discovery.ts'
import { GET_TAXII_MANIFEST } from './operations/get-taxii-manifest.ts'
import { GET_TAXII_OBJECT } from './operations/get-taxii-object.ts'
import { GET_TAXII_OBJECTS } from './operations/get-taxii-objects.ts'
import { GET_TAXII_ROOT } from './operations/get-taxii-root.ts'
import { GET_TAXII_VERSIONS } from './operations/get-taxii-versions.ts'
import { GET_TAXII_WELL_KNOWN } from './operations/get-taxii-well-known.ts'
import { PATCH_FEED } from './operations/patch-feed.ts'
import { POST_FEED_APPROVE } from './operations/post-feed-approve.ts'
import { POST_FEED_DISABLE } from './operations/post-feed-disable.ts'
import { POST_FEED_ENABLE } from './operations/post-feed-enable.ts'
import { POST_FEED_FREEZE } from './operations/post-feed-freeze.ts'
import { POST_FEED_RUN } from './operations/post-feed-run.ts'
import { POST_FEEDS } from './operations/post-feeds.ts'
import { POST_GUARD_ENTRIES } from './operations/post-guard-entries.ts'
import { POST_KEY_ROTATE } from './operations/post-key-rotate.ts'
import { POST_KEYS } from './operations/post-keys.ts'

/** Every operation of the API, in the order in which the reference lists them. */
export const DESCRIPTIONS = [
  GET_SIGMA_RULES,
  GET_SIGMA_CHANGES,
  GET_SIGMA_MANIFEST,
  GET_SIGMA_RULE,
  GET_SIGMA_WHY,
  GET_IOCS,
  GET_BUNDLE,
  GET_PLAN,
  GET_STIX,
  GET_TAXII_DISCOVERY,
  GET_TAXII_WELL_KNOWN,
  GET_TAXII_ROOT,
  GET_TAXII_COLLECTIONS,
  GET_TAXII_COLLECTION,
  GET_TAXII_MANIFEST,
  GET_TAXII_OBJECTS,
  GET_TAXII_OBJECT,
  GET_TAXII_VERSIONS,
  GET_PIPELINES,
  GET_PIPELINE,
  GET_FEEDS,
  POST_FEEDS,
  GET_FEED,
  PATCH_FEED,
  DELETE_FEED,
  POST_FEED_ENABLE,
  POST_FEED_DISABLE,
  POST_FEED_FREEZE,
  POST_FEED_APPROVE,
  POST_FEED_RUN,
  GET_GUARD,
  GET_GUARD_ENTRIES,
  POST_GUARD_ENTRIES,
  GET_GUARD_ENTRY,
  DELETE_GUARD_ENTRY,
  GET_GUARD_CHECK,
  GET_KEYS,
  POST_KEYS,
  GET_KEY,
  DELETE_KEY,
  POST_KEY_ROTATE,
  GET_KEY_USAGE,
  GET_ME,
  GET_METRICS,
  GET_HEALTHZ,
  GET_READYZ,
  GET_OPEN_API,
  GET_DOCS
] as const satisfies readonly Description[]

/** What the port of the metrics answers, to everybody who reaches it. */
export const METRICS_DESCRIPTIONS = [
  GET_OPEN_METRICS,
  GET_HEALTHZ,
  GET_READYZ
] as const satisfies readonly Description[]
