/** Whether a UTF-16 unit fits. */
export type UnitTest = (unit: number) => boolean

/** What a regular expression is made of. */
export type PatternNode =
  | { readonly is: 'unit'; readonly fits: UnitTest }
  | { readonly is: 'start' }
  | { readonly is: 'end' }
  | { readonly is: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly is: 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly is: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number }

/** A part of a pattern that cannot be read, in words that follow its name. */
export class PatternRefusal extends Error {}

/** What a refusal says; anything else is a fault of the program and thrown on. */
export const refusalIn = (error: unknown): string => {
  if (error instanceof PatternRefusal) return error.message
  throw error
}
