import { element, type Html } from './html.ts'
import type { Json, MediaType } from './open-api.ts'

/** What an example looks like on the wire, for people: JSON on several lines. */
const exampleText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2))

/** Code that may be wider than the page. A reader without a mouse can scroll it. */
export const codeBlock = (label: string, code: string): Html =>
  element('pre', { tabindex: '0', 'aria-label': label }, element('code', {}, code.trimEnd()))

/** The examples that a form of a body has. */
export const exampleBlocks = ({ example, examples }: MediaType): readonly Html[] => {
  const values = [example, ...Object.values(examples).map(({ value }) => value)]
  return values.filter((value) => value !== undefined).map((value) => codeBlock('Example', exampleText(value)))
}
