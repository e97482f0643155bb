import { KINDS, type Kind } from '../../indicator/kind.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { uuidV5 } from '../../indicator/uuid-v5.ts'
import type { Filters } from '../filters.ts'

/** A part of the store that TAXII clients subscribe to. */
export interface TaxiiCollection {
  /** UUIDv5 of the alias: the same on every server. */
  readonly id: string
  /** A type or an industry as filters name it, or `all`; stands for the id in URLs. */
  readonly alias: string
  readonly title: string
  readonly filters: Pick<Filters, 'kinds' | 'industries'>
}

const collection = (alias: string, title: string, filters: TaxiiCollection['filters']): TaxiiCollection => ({
  id: uuidV5(`taxii-collection:${alias}`),
  alias,
  title,
  filters
})

/** Everything, then every type, then every industry. `defaultKinds` are the types of a collection that is not of one. */
export const taxiiCollections = (defaultKinds: readonly Kind[]): readonly TaxiiCollection[] => [
  collection('all', 'All indicators', { kinds: defaultKinds, industries: undefined }),
  ...KINDS.map((kind) => collection(kind, `Indicators of type ${kind}`, { kinds: [kind], industries: undefined })),
  ...SECTORS.map((sector) =>
    collection(sector, `Indicators for the sector ${sector}`, { kinds: defaultKinds, industries: [sector] })
  )
]
