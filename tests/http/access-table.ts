import type { Scope } from '../../src/app/keys.ts'

/** Who may use an operation, written by hand: what the program says of itself is held against it. */
export interface Access {
  /** `key`: any key that holds; `open`: everybody. */
  readonly scope: Scope | 'key' | 'open'
  /** Whether a tier is needed that may export rules; the same for every one of them unless a test says otherwise. */
  readonly needsExport?: true
  /** What the right key is answered. */
  readonly status: number
  /** What a key is answered that may see nothing of what there is; as the right one where it makes no difference. */
  readonly unseen?: number
}

/** Every operation of the API. One that is not here is not tested, and fails the test that counts them. */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /api/v1/iocs/sigma': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/v1/iocs/sigma/changes': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/v1/iocs/sigma/manifest': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/v1/iocs/sigma/{rule_id}': { scope: 'read:iocs', needsExport: true, status: 200, unseen: 404 },
  'GET /api/v1/iocs/sigma/{rule_id}/why': { scope: 'read:iocs', needsExport: true, status: 200, unseen: 404 },
  'GET /api/v1/iocs': { scope: 'read:iocs', status: 200 },
  'GET /api/v1/bundles/{target}': { scope: 'read:iocs', needsExport: true, status: 200, unseen: 204 },
  'GET /api/v1/plan': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/v1/iocs/stix': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /taxii2/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/collections/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/collections/{collection}/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/collections/{collection}/manifest/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/collections/{collection}/objects/': { scope: 'read:iocs', needsExport: true, status: 200 },
  'GET /api/taxii2/api/collections/{collection}/objects/{object}/': {
    scope: 'read:iocs',
    needsExport: true,
    status: 200,
    unseen: 404
  },
  'GET /api/taxii2/api/collections/{collection}/objects/{object}/versions/': {
    scope: 'read:iocs',
    needsExport: true,
    status: 200,
    unseen: 404
  },
  'GET /api/v1/pipelines': { scope: 'read:iocs', status: 200 },
  'GET /api/v1/pipelines/{name}': { scope: 'read:iocs', status: 200 },
  'GET /api/v1/feeds': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds': { scope: 'feeds:admin', status: 201, unseen: 403 },
  'GET /api/v1/feeds/{name}': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'PATCH /api/v1/feeds/{name}': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'DELETE /api/v1/feeds/{name}': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds/{name}/enable': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds/{name}/disable': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds/{name}/freeze': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds/{name}/approve': { scope: 'feeds:admin', status: 200, unseen: 403 },
  'POST /api/v1/feeds/{name}/run': { scope: 'feeds:admin', status: 202, unseen: 403 },
  'GET /api/v1/guard': { scope: 'guard:admin', status: 200, unseen: 403 },
  'GET /api/v1/guard/entries': { scope: 'guard:admin', status: 200, unseen: 403 },
  'POST /api/v1/guard/entries': { scope: 'guard:admin', status: 201, unseen: 403 },
  'GET /api/v1/guard/entries/{value}': { scope: 'guard:admin', status: 200, unseen: 403 },
  'DELETE /api/v1/guard/entries/{value}': { scope: 'guard:admin', status: 200, unseen: 403 },
  'GET /api/v1/guard/check': { scope: 'guard:admin', status: 200, unseen: 403 },
  'GET /api/v1/keys': { scope: 'keys:self', status: 200 },
  'POST /api/v1/keys': { scope: 'keys:self', status: 201 },
  'GET /api/v1/keys/{id}': { scope: 'keys:self', status: 200 },
  'DELETE /api/v1/keys/{id}': { scope: 'keys:self', status: 200 },
  'POST /api/v1/keys/{id}/rotate': { scope: 'keys:self', status: 200 },
  'GET /api/v1/keys/{id}/usage': { scope: 'keys:self', status: 200 },
  'GET /api/v1/me': { scope: 'key', status: 200 },
  'GET /metrics': { scope: 'metrics:read', status: 200, unseen: 403 },
  'GET /healthz': { scope: 'open', status: 200 },
  'GET /readyz': { scope: 'open', status: 200 },
  'GET /openapi.json': { scope: 'open', status: 200 },
  'GET /docs': { scope: 'open', status: 200 }
}

/** Which scopes let a key in where one is asked for: written by hand as well. */
export const LETS_IN: Readonly<Record<Scope, readonly Scope[]>> = {
  'read:iocs': ['read:iocs'],
  'keys:self': ['keys:self', 'keys:admin'],
  'keys:admin': ['keys:admin'],
  'feeds:admin': ['feeds:admin'],
  'guard:admin': ['guard:admin'],
  'metrics:read': ['metrics:read']
}
