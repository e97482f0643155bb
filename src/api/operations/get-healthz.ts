import { z } from 'zod'
import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { OpenDescription } from '../description.ts'

const ALIVE = z.strictObject({ status: z.literal('ok') })

/** Whether the process lives. */
export const GET_HEALTHZ = {
  name: 'getHealthz',
  method: 'GET',
  path: '/healthz',
  tag: 'Server',
  summary: 'Whether the process is alive',
  about: 'For probes: restart the process where it does not answer.',
  security: 'open',
  requestHeaders: [],
  answers: { 200: small('It does.', json(ALIVE, { status: 'ok' })) }
} as const satisfies OpenDescription
