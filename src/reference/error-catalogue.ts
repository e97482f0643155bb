import { codeBlock } from './example-block.ts'
import { element, type Html } from './html.ts'
import { errorAnchor, type Refusal } from './refusals.ts'

const statusesOf = (code: string, refusals: readonly Refusal[]): readonly string[] => [
  ...new Set(refusals.filter((refusal) => refusal.code === code).map(({ status }) => status))
]

const entryOf = ({ code, example }: Refusal, refusals: readonly Refusal[]): Html =>
  element(
    'article',
    { class: 'operation', id: errorAnchor(code) },
    element(
      'h3',
      {},
      element('span', { class: 'status' }, statusesOf(code, refusals).join(', ')),
      element('code', {}, code)
    ),
    codeBlock(`Example of ${code}`, JSON.stringify(example, null, 2))
  )

/** Every error once, with the statuses under which it comes and an example, by status. */
export const errorCatalogue = (refusals: readonly Refusal[]): Html => {
  const sorted = refusals.toSorted((one, other) => Number(one.status) - Number(other.status))
  const first = new Map(sorted.toReversed().map((refusal) => [refusal.code, refusal]))
  return element(
    'section',
    { 'aria-labelledby': 'errors' },
    element('h2', { id: 'errors' }, 'Errors'),
    [...first.values()].toReversed().map((refusal) => entryOf(refusal, sorted))
  )
}
