import { element, type Html } from './html.ts'
import { prose } from './prose.ts'
import type { OperationGroup } from './operation-group.ts'

const link = (anchor: string, text: string): Html => element('a', { href: `#${anchor}` }, prose(text))

/** The table of contents. */
export const contents = (groups: readonly OperationGroup[]): Html =>
  element(
    'nav',
    { class: 'contents', 'aria-label': 'Contents' },
    element(
      'ul',
      {},
      element('li', {}, link('authentication', 'Authentication')),
      groups.map(({ name, anchor, operations }) =>
        element(
          'li',
          {},
          link(anchor, name),
          element(
            'ul',
            {},
            operations.map(({ operation }) => element('li', {}, link(operation.operationId, operation.summary)))
          )
        )
      ),
      element('li', {}, link('errors', 'Errors'))
    )
  )
