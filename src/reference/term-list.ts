import { element, type Html } from './html.ts'
import { paragraphs, prose } from './prose.ts'

/** A name with what stands for it. */
export interface Term {
  readonly name: string
  /** Sets it apart from others of its list: `required`. */
  readonly label?: string | undefined
  /** What it takes or holds, in a few words. */
  readonly words: string
  readonly about?: string | undefined
}

const termOf = ({ name, label, words, about = '' }: Term): readonly Html[] => [
  element(
    'dt',
    {},
    element('code', {}, name),
    label === undefined ? [] : [' ', element('span', { class: 'label' }, label)],
    words === '' ? [] : [' ', element('span', { class: 'words' }, prose(words))]
  ),
  element('dd', {}, paragraphs(about))
]

/** Names with what they stand for. */
export const termList = (terms: readonly Term[]): Html => element('dl', { class: 'terms' }, terms.map(termOf))
