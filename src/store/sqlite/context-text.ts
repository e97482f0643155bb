import type { Context } from '../../indicator/context.ts'
import { EMPTY_CONTEXT } from '../../indicator/make-context.ts'

const isSaying = ([name, said]: [string, unknown]): boolean =>
  Array.isArray(said) ? said.length > 0 : said !== EMPTY_CONTEXT[name as keyof Context]

/** A context as JSON, without the members that say nothing. */
export const writeContext = (context: Context): string =>
  JSON.stringify(Object.fromEntries(Object.entries(context).filter(isSaying)))

/** The inverse of {@link writeContext}; the text is trusted. */
export const readContext = (text: string): Context => ({ ...EMPTY_CONTEXT, ...(JSON.parse(text) as Partial<Context>) })
