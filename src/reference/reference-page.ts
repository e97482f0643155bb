import { authentication } from './authentication.ts'
import { contents } from './contents.ts'
import { errorCatalogue } from './error-catalogue.ts'
import { element, type Html, htmlOf } from './html.ts'
import { DOCUMENT } from './open-api.ts'
import { groupOperations, type OperationGroup } from './operation-group.ts'
import { refusalsAmong, operationSection } from './operation-section.ts'
import { paragraphs } from './prose.ts'
import { type Resolvers, resolversOf } from './resolver.ts'
import { STYLE } from './style.ts'

const groupSection = ({ name, about, anchor, operations }: OperationGroup, resolvers: Resolvers): Html =>
  element(
    'section',
    { 'aria-labelledby': anchor },
    element('h2', { id: anchor }, name),
    paragraphs(about),
    operations.map((placed) => operationSection(placed, resolvers))
  )

/**
 * The page that shows an OpenAPI document: HTML that runs nothing and asks for nothing. Its only style is {@link STYLE}.
 */
export const referencePage = (document: unknown): string => {
  const { info, tags, paths, components, 'x-unrouted': unrouted } = DOCUMENT.parse(document)
  const resolvers = resolversOf(components)
  const groups = groupOperations({ tags, paths })
  const refusals = [
    ...groups.flatMap(({ operations }) =>
      operations.flatMap(({ operation }) => refusalsAmong(operation.responses, resolvers))
    ),
    ...refusalsAmong(unrouted, resolvers)
  ]
  const body = element(
    'body',
    {},
    element(
      'div',
      { class: 'frame' },
      contents(groups),
      element(
        'main',
        {},
        element(
          'header',
          {},
          element('h1', {}, info.title),
          element('p', { class: 'soft' }, `Version ${info.version}`)
        ),
        paragraphs(info.description),
        authentication(components),
        groups.map((group) => groupSection(group, resolvers)),
        errorCatalogue(refusals),
        element(
          'footer',
          {},
          'The same for programs: ',
          element('a', { href: 'openapi.json' }, 'openapi.json'),
          ', OpenAPI 3.1.'
        )
      )
    )
  )
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    htmlOf(element('title', {}, info.title)),
    `<style>${STYLE}</style>`,
    '</head>',
    body.html,
    '</html>',
    ''
  ].join('\n')
}
