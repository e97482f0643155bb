import type { Search } from '../real-log.ts'

/** The labels of a name, the last one first. */
const labelsOf = (name: string): readonly string[] => name.toLowerCase().replace(/\.$/, '').split('.').reverse()

const parentOf = (name: string): string => name.slice(name.indexOf('.') + 1)

/** Names of queries and the names above them: an event carries a name if it asks for it or for something under it. */
export const domainSearch: Search = {
  kind: 'domain',
  logSource: 'dns_query',
  valuesOf: ({ QueryName = '' }) => {
    const name = labelsOf(QueryName).toReversed().join('.')
    return [name, parentOf(name)].filter((text) => text.includes('.'))
  },
  carries: ({ QueryName = '' }, value) => {
    const asked = labelsOf(QueryName)
    return labelsOf(value).every((label, index) => asked[index] === label)
  }
}
