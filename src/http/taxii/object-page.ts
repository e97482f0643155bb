import type { TaxiiPage } from '../../app/taxii/taxii.ts'
import { Problem } from '../../problem/problem.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import { pageRequest } from './page-parameters.ts'

const EVERY_VERSION = { types: undefined, specVersions: undefined, versions: undefined }

/** The versions of the one object that the path names. Throws `not_found` where the collection never held it. */
export const objectPage = async (request: KeyedRequest, services: Services): Promise<TaxiiPage> => {
  const taxii = await services.taxii()
  const wanted = pageRequest(request, taxii)
  const page = await taxii.page(wanted)
  if (page.versions.length > 0) return page
  const match = { ...wanted.match, ...EVERY_VERSION }
  const whole = await taxii.page({ ...wanted, match, addedAfter: undefined, next: undefined })
  if (whole.versions.length > 0) return page
  throw new Problem('not_found', 'The collection holds no object of that id.')
}
