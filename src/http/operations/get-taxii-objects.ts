import { GET_TAXII_OBJECTS } from '../../api/operations/get-taxii-objects.ts'
import { answerPage } from '../taxii/answer-page.ts'
import { taxiiOperation } from '../taxii/taxii-operation.ts'

/** The objects of a collection: TAXII 2.1 section 5.4. */
export const getTaxiiObjects = taxiiOperation(GET_TAXII_OBJECTS, async (request, services) =>
  answerPage(request, services, ({ object }) => object())
)
