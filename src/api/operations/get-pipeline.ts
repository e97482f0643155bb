import { KEPT_TEXT, unchanged } from '../answers.ts'
import { YAML_TYPE, text } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { PIPELINE_NAME } from '../parameters/names.ts'
import { READING } from '../security.ts'

/** One processing pipeline. */
export const GET_PIPELINE = {
  name: 'getPipeline',
  method: 'GET',
  path: '/api/v1/pipelines/{name}',
  tag: 'Pipelines',
  summary: 'One pipeline',
  about: 'The head of the file says what it maps, which logs it needs and what it misses.',
  security: READING,
  pathParameters: [PIPELINE_NAME],
  parameters: [],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: {
      about: 'The pipeline.',
      headers: [...KEPT_TEXT],
      content: [text(YAML_TYPE, 'name: Splunk\npriority: 20\n')]
    },
    304: unchanged(...KEPT_TEXT)
  },
  errors: ['not_found']
} as const satisfies KeyedDescription
