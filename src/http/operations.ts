import type { Operation } from './operation.ts'
import { deleteFeed } from './operations/delete-feed.ts'
import { deleteGuardEntry } from './operations/delete-guard-entry.ts'
import { getBundle } from './operations/get-bundle.ts'
import { deleteKey } from './operations/delete-key.ts'
import { getDocs } from './operations/get-docs.ts'
import { getFeed } from './operations/get-feed.ts'
import { getFeeds } from './operations/get-feeds.ts'
import { getGuardCheck } from './operations/get-guard-check.ts'
import { getGuardEntries } from './operations/get-guard-entries.ts'
import { getGuardEntry } from './operations/get-guard-entry.ts'
import { getGuard } from './operations/get-guard.ts'
import { getHealthz } from './operations/get-healthz.ts'
import { getIocs } from './operations/get-iocs.ts'
import { getKey } from './operations/get-key.ts'
import { getKeyUsage } from './operations/get-key-usage.ts'
import { getKeys } from './operations/get-keys.ts'
import { getMe } from './operations/get-me.ts'
import { getMetrics } from './operations/get-metrics.ts'
import { getOpenApi } from './operations/get-open-api.ts'
import { getOpenMetrics } from './operations/get-open-metrics.ts'
import { getPipeline } from './operations/get-pipeline.ts'
import { getPipelines } from './operations/get-pipelines.ts'
import { getPlan } from './operations/get-plan.ts'
import { getReadyz } from './operations/get-readyz.ts'
import { getSigmaChanges } from './operations/get-sigma-changes.ts'
import { getSigmaManifest } from './operations/get-sigma-manifest.ts'
import { getSigmaRule } from './operations/get-sigma-rule.ts'
import { getSigmaRules } from './operations/get-sigma-rules.ts'
import { getSigmaWhy } from './operations/get-sigma-why.ts'
import { getStix } from './operations/get-stix.ts'
import { getTaxiiCollection } from './operations/get-taxii-collection.ts'
import { getTaxiiCollections } from './operations/get-taxii-collections.ts'
import { getTaxiiDiscovery } from './operations/get-taxii-discovery.ts'
import { getTaxiiManifest } from './operations/get-taxii-manifest.ts'
import { getTaxiiObject } from './operations/get-taxii-object.ts'
import { getTaxiiObjects } from './operations/get-taxii-objects.ts'
import { getTaxiiRoot } from './operations/get-taxii-root.ts'
import { getTaxiiVersions } from './operations/get-taxii-versions.ts'
import { getTaxiiWellKnown } from './operations/get-taxii-well-known.ts'
import { patchFeed } from './operations/patch-feed.ts'
import { postFeedApprove } from './operations/post-feed-approve.ts'
import { postFeedDisable } from './operations/post-feed-disable.ts'
import { postFeedEnable } from './operations/post-feed-enable.ts'
import { postFeedFreeze } from './operations/post-feed-freeze.ts'
import { postFeedRun } from './operations/post-feed-run.ts'
import { postFeeds } from './operations/post-feeds.ts'
import { postGuardEntries } from './operations/post-guard-entries.ts'
import { postKeyRotate } from './operations/post-key-rotate.ts'
import { postKeys } from './operations/post-keys.ts'

/** Every operation of the API. */
export const OPERATIONS: readonly Operation[] = [
  getSigmaRules,
  getSigmaChanges,
  getSigmaManifest,
  getSigmaRule,
  getSigmaWhy,
  getIocs,
  getBundle,
  getPlan,
  getStix,
  getTaxiiDiscovery,
  getTaxiiWellKnown,
  getTaxiiRoot,
  getTaxiiCollections,
  getTaxiiCollection,
  getTaxiiManifest,
  getTaxiiObjects,
  getTaxiiObject,
  getTaxiiVersions,
  getPipelines,
  getPipeline,
  getFeeds,
  postFeeds,
  getFeed,
  patchFeed,
  deleteFeed,
  postFeedEnable,
  postFeedDisable,
  postFeedFreeze,
  postFeedApprove,
  postFeedRun,
  getGuard,
  getGuardEntries,
  postGuardEntries,
  getGuardEntry,
  deleteGuardEntry,
  getGuardCheck,
  getKeys,
  postKeys,
  getKey,
  deleteKey,
  postKeyRotate,
  getKeyUsage,
  getMe,
  getMetrics,
  getHealthz,
  getReadyz,
  getOpenApi,
  getDocs
]

/** What the port of the metrics answers, to everybody who reaches it. */
export const METRICS_OPERATIONS: readonly Operation[] = [getOpenMetrics, getHealthz, getReadyz]
