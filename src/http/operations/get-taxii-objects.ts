import { answerPage } from '../taxii/answer-page.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS } from '../taxii/page-parameters.ts'
import { taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** The objects of a collection: TAXII 2.1 section 5.4. */
export const getTaxiiObjects = taxiiOperation(
  `${COLLECTION}objects/`,
  [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  async (request, services) => answerPage(request, services, ({ object }) => object())
)
