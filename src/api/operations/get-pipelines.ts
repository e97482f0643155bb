import { KEPT_TEXT, unchanged } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { PIPELINE_LIST, PIPELINE_LIST_EXAMPLE } from '../schemas/pipeline.ts'
import { READING } from '../security.ts'

/** The processing pipelines for the Sigma tools, each with the path of its file. */
export const GET_PIPELINES = {
  name: 'getPipelines',
  method: 'GET',
  path: '/api/v1/pipelines',
  tag: 'Pipelines',
  summary: 'The processing pipelines for `sigma convert`',
  about: 'They hold no indicators, and every tier gets them.',
  security: READING,
  pathParameters: [],
  parameters: [],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: { about: 'The pipelines.', headers: [...KEPT_TEXT], content: [json(PIPELINE_LIST, PIPELINE_LIST_EXAMPLE)] },
    304: unchanged(...KEPT_TEXT)
  },
  errors: []
} as const satisfies KeyedDescription
