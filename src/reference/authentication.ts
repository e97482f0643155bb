import { codeBlock } from './example-block.ts'
import { element, type Html } from './html.ts'
import type { Components } from './open-api.ts'
import { paragraphs } from './prose.ts'

const EXAMPLE = 'curl -fsS -H "Authorization: Bearer $KEY" "$URL/api/v1/me"'

/** How to show a key. */
export const authentication = ({ securitySchemes }: Pick<Components, 'securitySchemes'>): Html =>
  element(
    'section',
    { 'aria-labelledby': 'authentication' },
    element('h2', { id: 'authentication' }, 'Authentication'),
    element(
      'ul',
      {},
      Object.values(securitySchemes).map(({ description }) => element('li', {}, paragraphs(description)))
    ),
    codeBlock('What a key may do', EXAMPLE)
  )
