import { element, type Html } from './html.ts'
import { exampleBlocks } from './example-block.ts'
import { memberTable } from './member-table.ts'
import type { RequestBody } from './open-api.ts'
import type { Resolvers } from './resolver.ts'

/** What is sent with a request. */
export const bodySection = ({ content, required }: RequestBody, { schema }: Resolvers): readonly Html[] => [
  element('h4', {}, required ? 'Body' : 'Body, if any'),
  ...Object.entries(content).flatMap(([type, media]) => [
    element('p', { class: 'soft' }, element('code', {}, type)),
    ...exampleBlocks(media),
    ...memberTable(media.schema ?? {}, schema, ({ name, isRequired }) =>
      isRequired && !name.includes('.') ? 'required' : undefined
    )
  ])
]
