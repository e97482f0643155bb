import { element, type Html } from './html.ts'
import { exampleBlocks } from './example-block.ts'
import { memberTable } from './member-table.ts'
import type { Answer } from './open-api.ts'
import { prose } from './prose.ts'
import type { Resolvers } from './resolver.ts'
import { termList } from './term-list.ts'

const headersOf = ({ headers }: Answer, { header }: Resolvers): readonly Html[] => {
  const terms = Object.entries(headers).map(([name, given]) => {
    const { description } = header(given)
    return { name, words: '', about: description }
  })
  if (terms.length === 0) return []
  return [element('details', {}, element('summary', {}, 'Headers'), termList(terms))]
}

/** An answer that is no error: what it says, its headers and its forms. */
export const answerSection = (status: string, answer: Answer, resolvers: Resolvers): readonly Html[] => [
  element('p', {}, element('span', { class: 'status' }, status), ' ', prose(answer.description)),
  ...Object.entries(answer.content).flatMap(([type, media]) => [
    element('p', { class: 'soft' }, element('code', {}, type)),
    ...exampleBlocks(media),
    ...memberTable(media['x-item-schema'] ?? media.schema ?? {}, resolvers.schema, ({ isRequired }) =>
      isRequired ? undefined : 'optional'
    )
  ]),
  ...headersOf(answer, resolvers)
]
