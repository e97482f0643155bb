import { element, type Content, type Html } from './html.ts'

/** A text in which backticks set names and values apart. */
export const prose = (text: string): Content =>
  text.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)))

/** The paragraphs of a text, which empty lines part. */
export const paragraphs = (text: string): readonly Html[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => element('p', {}, prose(paragraph)))
