import { z } from 'zod'

/** What people are told of a setting. */
export interface Description {
  /** What it does, a sentence without its full stop. */
  readonly about: string
  /** What its value has to be: `a whole number from 0 to 65,535`. */
  readonly must: string
  /** The words it may be made of, for the nearest right one. */
  readonly choices?: readonly string[]
  /** The default in words, where it is no plain value. */
  readonly initially?: string
  /** Its value is shown nowhere, and only the environment may carry it. */
  readonly isSecret?: true
}

const descriptions = z.registry<Description>()

/** A setting: how its value is read, and what people are told of it. */
export const setting = <Value>(schema: z.ZodType<Value>, description: Description): z.ZodType<Value> =>
  schema.register(descriptions, description)

/** What people are told of a setting; a schema that was not made by {@link setting} is a mistake of the program. */
export const descriptionOf = (schema: z.core.$ZodType): Description => {
  const description = descriptions.get(schema)
  if (description === undefined) throw new Error('a setting has no description')
  return description
}
