import { providerTable } from '../../table/provider-table.ts'
import { createMispRowMapping } from './misp-row-mapping.ts'

/** MISP's export of attributes as CSV. https://www.misp-project.org/openapi/ (`returnFormat`: `csv`) */
export const mispCsv = providerTable({
  name: 'misp-csv',
  title: 'MISP attributes, CSV',
  feed: undefined,
  mode: 'list',
  headers: [['category', 'type', 'value', 'to_ids']],
  createMapping: createMispRowMapping
})
