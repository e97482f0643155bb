import { pipelineSummaries } from '../app/pipeline-summary.ts'

/** The pipelines for people: what each is for, and how to convert with it. */
export const pipelinesText = (): readonly string[] =>
  pipelineSummaries().flatMap(({ name, title, uses }, index) => [
    ...(index === 0 ? [] : ['']),
    `${name}: ${title}`,
    ...uses.map(({ convert }) => `  ${convert}`)
  ])
