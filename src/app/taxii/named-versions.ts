import type { StixOptions } from '../../stix/object-base.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import type { TaxiiCollection } from './collections.ts'
import { typeOfId } from './object-match.ts'
import { changedVersion, type ObjectVersion } from './object-version.ts'

const RULE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a collection holds of the indicators with these STIX ids, in the order in which it got them. */
export const namedVersions = async (
  view: ReadView,
  ids: readonly string[],
  { filters }: TaxiiCollection,
  options: StixOptions
): Promise<readonly ObjectVersion[]> => {
  const versions: ObjectVersion[] = []
  for (const id of new Set(ids)) {
    const ruleId = id.slice(typeOfId(id).length + 2)
    const stored = RULE_ID.test(ruleId) ? await view.findById(ruleId) : undefined
    if (stored === undefined) continue
    const change = { indicator: stored.indicator, isRemoved: stored.removed !== undefined }
    const version = changedVersion(change, filters, options)
    if (version?.id === id) versions.push(version)
  }
  return versions.sort((a, b) => a.added - b.added)
}
