import type { SigmaString } from './sigma-string.ts'

/** A value of a detection, as it is written or as modifiers have made it. */
export type SigmaValue =
  | { readonly type: 'string'; readonly parts: SigmaString }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'null' }
  | { readonly type: 'expression'; readonly pattern: string }
  | { readonly type: 'network' }
  | { readonly type: 'comparison' }
  | { readonly type: 'field' }
  | { readonly type: 'existence' }
  /** Several strings that stand for one; `like` is one of them. */
  | { readonly type: 'variants'; readonly like: SigmaValue }

/** What a value is. */
export type SigmaValueType = SigmaValue['type']
