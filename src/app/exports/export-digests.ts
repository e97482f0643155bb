import type { Settings } from '../../config/settings.ts'
import type { GroupSize } from '../../detect/group/chunk-size.ts'
import type { Day } from '../../indicator/time.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { ATTACK_VERSION } from '../../sigma/attack.ts'
import type { StoreState } from '../../store/indicator-store.ts'
import { ruleStyle } from '../rule-style.ts'
import type { Restriction } from '../sight/restriction.ts'
import { longestLookback } from '../tier.ts'
import type { ExportRequest } from './export-request.ts'

/** What two answers have in common, as short texts. */
export interface ExportDigests {
  /** Of what must stay the same along a walk: the filters and what the key may see. */
  walk(request: ExportRequest): string
  /**
   * Of everything that shapes an answer: equal texts mean equal bytes. `from` is the bound of the very answer, since the
   * clock may have passed midnight after it was read.
   */
  tag(request: ExportRequest, from: Day, state: StoreState): string
}

/** What {@link createExportDigests} stands on. */
export interface ExportDigestParts {
  readonly settings: Settings
  readonly crypto: Crypto
  /** Of the program: a new one may write other bytes. */
  readonly version: string
}

/** What most requests lack, and which leaves no trace where it is lacking: cursors stay what they are. */
const rarePartsOf = ({ group, restriction }: ExportRequest): readonly (GroupSize | Restriction)[] => [
  ...(group === undefined ? [] : [group]),
  ...(restriction === undefined ? [] : [restriction])
]

/** Digests of requests and answers under these settings. */
export const createExportDigests = ({ settings, crypto, version }: ExportDigestParts): ExportDigests => {
  const style = ruleStyle(settings)
  const shape = JSON.stringify([version, ATTACK_VERSION, style, settings.publicUrl, longestLookback(settings)])
  const digest = (parts: readonly unknown[]): string => crypto.sha256Hex(JSON.stringify(parts)).slice(0, 24)
  return {
    walk: (request) => {
      const { operation, filters, tier, asOf } = request
      return digest([operation.split('.')[0], filters, tier.lookbackDays, asOf, ...rarePartsOf(request)])
    },
    tag: (request, from, { position, revision }) => {
      const { operation, filters, limit, offset, cursor, asOf, tier } = request
      const asked = [operation, filters, limit, offset, cursor, asOf, tier.lookbackDays]
      return digest([shape, ...asked, from, position, revision, ...rarePartsOf(request)])
    }
  }
}
