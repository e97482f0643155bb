import { LONGEST_BODY } from '../body-text.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'
import { API_ROOT, TAXII_MEDIA_TYPE } from '../taxii/taxii-paths.ts'

/** The API root: TAXII 2.1 section 4.2. */
export const getTaxiiRoot = taxiiOperation(API_ROOT, [], async (_request, { settings: { publisher } }) =>
  resource({
    title: `${publisher.name}: threat indicators`,
    versions: [TAXII_MEDIA_TYPE],
    max_content_length: LONGEST_BODY
  })
)
