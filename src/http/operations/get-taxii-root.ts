import { type TAXII_ROOT, TAXII_TYPE } from '../../api/schemas/taxii.ts'
import { GET_TAXII_ROOT } from '../../api/operations/get-taxii-root.ts'
import { LONGEST_BODY } from '../../api/bodies/bounds.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'

/** The API root: TAXII 2.1 section 4.2. */
export const getTaxiiRoot = taxiiOperation(GET_TAXII_ROOT, async (_request, { settings: { publisher } }) =>
  resource<typeof TAXII_ROOT>({
    title: `${publisher.name}: threat indicators`,
    versions: [TAXII_TYPE],
    max_content_length: LONGEST_BODY
  })
)
