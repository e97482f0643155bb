import type { TAXII_DISCOVERY } from '../../api/schemas/taxii.ts'
import type { KeyedDescription } from '../../api/description.ts'
import type { KeyedOperation } from '../operation.ts'
import { resource, taxiiOperation } from './taxii-operation.ts'
import { API_ROOT } from './taxii-paths.ts'

/** The discovery resource under one of its paths: TAXII 2.1 section 4.1. The API root is relative where no address is set. */
export const discovery = (described: KeyedDescription): KeyedOperation =>
  taxiiOperation(described, async (_request, { settings: { publisher, publicUrl = '' } }) => {
    const root = `${publicUrl}${API_ROOT}`
    return resource<typeof TAXII_DISCOVERY>({
      title: `${publisher.name}: threat indicators`,
      description: 'Indicators of compromise as STIX 2.1, one object per Sigma rule, and when they no longer count.',
      contact: publisher.url,
      default: root,
      api_roots: [root]
    })
  })
