import type { z } from 'zod'
import { TAXII_ANSWER } from './answers.ts'
import { json } from './content.ts'
import { CONTENT_CODING, DATES_ADDED } from './headers.ts'
import { TAXII_TYPE } from './schemas/taxii.ts'

const ABOUT = 'The resource.'

/** What a TAXII resource answers. */
export const taxiiResource = <Schema extends z.ZodType>(schema: Schema, example: NoInfer<z.input<Schema>>) =>
  ({
    200: { about: ABOUT, headers: TAXII_ANSWER, content: [json(schema, example, TAXII_TYPE)] }
  }) as const

/** The same of one that comes in pages. */
export const taxiiPage = <Schema extends z.ZodType>(schema: Schema, example: NoInfer<z.input<Schema>>) =>
  ({
    200: {
      about: ABOUT,
      headers: [...TAXII_ANSWER, ...DATES_ADDED, CONTENT_CODING],
      content: [json(schema, example, TAXII_TYPE)]
    }
  }) as const
