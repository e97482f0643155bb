import { GET_BUNDLE } from '../../api/operations/get-bundle.ts'
import type { ArchiveRequest, BundleArchive } from '../../app/bundles/bundle-archives.ts'
import { requestedTarget, requireCarried } from '../../app/bundles/requested-target.ts'
import type { ExportVersion } from '../../app/exports/export-request.ts'
import { parseFilters } from '../../app/filters.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import { midnightOf } from '../../app/walk-changes.ts'
import { totalOf } from '../../indicator/count-by-kind.ts'
import { formatInstant } from '../../indicator/time.ts'
import { answerInPlace } from '../answers/answer-in-place.ts'
import { namesTag, weakTag } from '../answers/entity-tag.ts'
import type { PlacedAnswer } from '../answers/placed-answer.ts'
import { defaultKinds } from '../exports/export-parameters.ts'
import { requireFeature } from '../gate/tier-feature.ts'
import { keyedOperation, type KeyedRequest, type Services } from '../operation.ts'

const requestOf = (
  { pathParameters, parameters, caller }: KeyedRequest,
  settings: Services['settings']
): ArchiveRequest => {
  const target = requestedTarget(pathParameters.get('target') ?? '')
  const asked = parseFilters({
    type: parameters.get('type'),
    confidence: parameters.get('confidence'),
    industry: parameters.get('industry'),
    since: parameters.get('since')
  })
  requireCarried(target, 'type', asked.kinds)
  const { since, ...members } = asked
  // What leaves by a short lookback is no change, so no delta could take it away.
  if (since !== undefined) requireFeature('sigmaChanges', caller.tier, settings)
  const filters = { ...members, kinds: members.kinds ?? defaultKinds(settings), since: undefined }
  return { target, filters, since, tier: caller.tier, restriction: restrictionOf(caller.key) }
}

const headersOf = ({ tag, lookbackFrom }: ExportVersion): Readonly<Record<string, string>> => ({
  Vary: 'Authorization, X-API-Key',
  'Cache-Control': 'private, no-cache',
  ETag: weakTag(tag),
  'X-Lookback-Since': formatInstant(midnightOf(lookbackFrom))
})

const fileHeaders = (
  { target, since }: ArchiveRequest,
  { publisher }: Services['settings']
): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/zip',
  'Content-Disposition': `attachment; filename="${publisher.slug}_${target.name}${since === undefined ? '' : '_delta'}.zip"`
})

const answerArchive = (archive: BundleArchive, ofFile: Readonly<Record<string, string>>): PlacedAnswer => {
  const { bundle, rows, removals, withheld, isEmpty } = archive.open
  const headers = {
    ...headersOf(archive),
    'X-Row-Count': String(totalOf(rows)),
    'X-Removal-Count': String(totalOf(removals)),
    'X-Rules-Withheld': String(withheld),
    'X-Next-Since': formatInstant(bundle.position)
  }
  const close = async (): Promise<void> => archive.close()
  // An empty archive might be unpacked over an older bundle.
  if (isEmpty) return { status: 204, headers, body: undefined, close }
  const handsOut = totalOf(rows) + totalOf(removals)
  return { status: 200, headers: { ...headers, ...ofFile }, body: archive.bytes, isPacked: true, handsOut, close }
}

/** The indicators in the form of a SIEM's own tables, as one archive. */
export const getBundle = keyedOperation(GET_BUNDLE, async (request, services) => {
  const { settings } = services
  const bundles = await services.bundles()
  const wanted = requestOf(request, settings)
  const { ifNoneMatch } = request
  if (ifNoneMatch !== undefined) {
    const version = await bundles.version(wanted)
    if (namesTag(ifNoneMatch, version.tag)) return { status: 304, headers: headersOf(version), body: undefined }
  }
  return answerInPlace(request, services, async () =>
    answerArchive(await bundles.open(wanted), fileHeaders(wanted, settings))
  )
})
