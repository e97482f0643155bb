import { GET_PIPELINE } from '../../api/operations/get-pipeline.ts'
import { findPipeline, PIPELINE_NAMES, type PipelineName } from '../../app/pipelines.ts'
import { nearest } from '../../indicator/nearest.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { answerText } from '../answers/answer-text.ts'
import { keyedOperation } from '../operation.ts'

const pipelineNamed = (text: string): PipelineName => {
  const name = findPipeline(text)
  if (name !== undefined) return name
  const hint = nearest(text, PIPELINE_NAMES)
  throw new Problem(
    'not_found',
    `There is no pipeline ${printable(text)}.${hint === undefined ? '' : ` Did you mean "${hint}"?`}`,
    { details: hint === undefined ? { allowed: PIPELINE_NAMES } : { allowed: PIPELINE_NAMES, nearest: hint } }
  )
}

/** One processing pipeline, as YAML. */
export const getPipeline = keyedOperation(GET_PIPELINE, async (request, services) => {
  const text = await services.pipeline(pipelineNamed(request.pathParameters.get('name') ?? ''))
  return answerText({ text, contentType: 'application/yaml; charset=utf-8' }, request, services)
})
