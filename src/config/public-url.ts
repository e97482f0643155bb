import { z } from 'zod'
import { setting } from './description.ts'

const MOST_OF_A_URL = 200

/** Scheme, host and port, and perhaps a path; no blanks and no quotes, so that it stands in a text as it is. */
const PLAIN_BASE = /^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:\/[\w.~%-]+)*\/?$/

const base = z
  .string()
  .max(MOST_OF_A_URL)
  .regex(PLAIN_BASE)
  .transform((text) => (text.endsWith('/') ? text.slice(0, -1) : text))

/** The address under which clients reach the server, without a slash at its end. */
export const PUBLIC_URL = setting(base.optional(), {
  about:
    'The address under which clients reach the server; with it, rows of bundles link to the reasons of their rules',
  must: 'an http or https URL of at most 200 characters, without user, query and fragment',
  initially: 'none: rows carry no link'
})
