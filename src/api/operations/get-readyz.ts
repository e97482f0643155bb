import { z } from 'zod'
import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { OpenDescription } from '../description.ts'

const READY = z.strictObject({ status: z.literal('ready') })

/** Whether requests are welcome. */
export const GET_READYZ = {
  name: 'getReadyz',
  method: 'GET',
  path: '/readyz',
  tag: 'Server',
  summary: 'Whether the server is ready for requests',
  about: 'For probes: send no requests where the store does not answer, or the server is stopping.',
  security: 'open',
  requestHeaders: [],
  answers: { 200: small('They are.', json(READY, { status: 'ready' })) }
} as const satisfies OpenDescription
