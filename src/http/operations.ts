import { DESCRIPTIONS, METRICS_DESCRIPTIONS } from '../api/descriptions.ts'
import type { ListedOperation, Operation } from './operation.ts'

/**
 * What answers each description, by its name. It is loaded with the first request for it, because what stands behind all of
 * them takes longer to load than a server to start.
 */
const ANSWERED = {
  getSigmaRules: async () => (await import('./operations/get-sigma-rules.ts')).getSigmaRules,
  getSigmaChanges: async () => (await import('./operations/get-sigma-changes.ts')).getSigmaChanges,
  getSigmaManifest: async () => (await import('./operations/get-sigma-manifest.ts')).getSigmaManifest,
  getSigmaRule: async () => (await import('./operations/get-sigma-rule.ts')).getSigmaRule,
  getSigmaWhy: async () => (await import('./operations/get-sigma-why.ts')).getSigmaWhy,
  getIocs: async () => (await import('./operations/get-iocs.ts')).getIocs,
  getBundle: async () => (await import('./operations/get-bundle.ts')).getBundle,
  getPlan: async () => (await import('./operations/get-plan.ts')).getPlan,
  getStix: async () => (await import('./operations/get-stix.ts')).getStix,
  getTaxiiDiscovery: async () => (await import('./operations/get-taxii-discovery.ts')).getTaxiiDiscovery,
  getTaxiiWellKnown: async () => (await import('./operations/get-taxii-well-known.ts')).getTaxiiWellKnown,
  getTaxiiRoot: async () => (await import('./operations/get-taxii-root.ts')).getTaxiiRoot,
  getTaxiiCollections: async () => (await import('./operations/get-taxii-collections.ts')).getTaxiiCollections,
  getTaxiiCollection: async () => (await import('./operations/get-taxii-collection.ts')).getTaxiiCollection,
  getTaxiiManifest: async () => (await import('./operations/get-taxii-manifest.ts')).getTaxiiManifest,
  getTaxiiObjects: async () => (await import('./operations/get-taxii-objects.ts')).getTaxiiObjects,
  getTaxiiObject: async () => (await import('./operations/get-taxii-object.ts')).getTaxiiObject,
  getTaxiiVersions: async () => (await import('./operations/get-taxii-versions.ts')).getTaxiiVersions,
  getPipelines: async () => (await import('./operations/get-pipelines.ts')).getPipelines,
  getPipeline: async () => (await import('./operations/get-pipeline.ts')).getPipeline,
  getFeeds: async () => (await import('./operations/get-feeds.ts')).getFeeds,
  postFeeds: async () => (await import('./operations/post-feeds.ts')).postFeeds,
  getFeed: async () => (await import('./operations/get-feed.ts')).getFeed,
  patchFeed: async () => (await import('./operations/patch-feed.ts')).patchFeed,
  deleteFeed: async () => (await import('./operations/delete-feed.ts')).deleteFeed,
  postFeedEnable: async () => (await import('./operations/post-feed-enable.ts')).postFeedEnable,
  postFeedDisable: async () => (await import('./operations/post-feed-disable.ts')).postFeedDisable,
  postFeedFreeze: async () => (await import('./operations/post-feed-freeze.ts')).postFeedFreeze,
  postFeedApprove: async () => (await import('./operations/post-feed-approve.ts')).postFeedApprove,
  postFeedRun: async () => (await import('./operations/post-feed-run.ts')).postFeedRun,
  getGuard: async () => (await import('./operations/get-guard.ts')).getGuard,
  getGuardEntries: async () => (await import('./operations/get-guard-entries.ts')).getGuardEntries,
  postGuardEntries: async () => (await import('./operations/post-guard-entries.ts')).postGuardEntries,
  getGuardEntry: async () => (await import('./operations/get-guard-entry.ts')).getGuardEntry,
  deleteGuardEntry: async () => (await import('./operations/delete-guard-entry.ts')).deleteGuardEntry,
  getGuardCheck: async () => (await import('./operations/get-guard-check.ts')).getGuardCheck,
  getKeys: async () => (await import('./operations/get-keys.ts')).getKeys,
  postKeys: async () => (await import('./operations/post-keys.ts')).postKeys,
  getKey: async () => (await import('./operations/get-key.ts')).getKey,
  deleteKey: async () => (await import('./operations/delete-key.ts')).deleteKey,
  postKeyRotate: async () => (await import('./operations/post-key-rotate.ts')).postKeyRotate,
  getKeyUsage: async () => (await import('./operations/get-key-usage.ts')).getKeyUsage,
  getMe: async () => (await import('./operations/get-me.ts')).getMe,
  getMetrics: async () => (await import('./operations/get-metrics.ts')).getMetrics,
  getHealthz: async () => (await import('./operations/get-healthz.ts')).getHealthz,
  getReadyz: async () => (await import('./operations/get-readyz.ts')).getReadyz,
  getOpenApi: async () => (await import('./operations/get-open-api.ts')).getOpenApi,
  getDocs: async () => (await import('./operations/get-docs.ts')).getDocs,
  getOpenMetrics: async () => (await import('./operations/get-open-metrics.ts')).getOpenMetrics
} satisfies Readonly<Record<OperationName, () => Promise<Operation>>>

type OperationName = (typeof DESCRIPTIONS | typeof METRICS_DESCRIPTIONS)[number]['name']

/** Every operation of the API. */
export const OPERATIONS: readonly ListedOperation[] = DESCRIPTIONS.map((described) => ({
  ...described,
  load: ANSWERED[described.name]
}))

/** What the port of the metrics answers, to everybody who reaches it. */
export const METRICS_OPERATIONS: readonly ListedOperation[] = METRICS_DESCRIPTIONS.map((described) => ({
  ...described,
  load: ANSWERED[described.name]
}))
