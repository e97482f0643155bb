import type { z } from 'zod'

type Deep<Value> = Value extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : Value extends object
    ? { readonly [Member in keyof Value]: Deep<Value[Member]> }
    : Value

/** What the server writes where this schema is promised: the same, all of it read-only. */
export type Written<Schema extends z.ZodType> = Deep<z.input<Schema>>
