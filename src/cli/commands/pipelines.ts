import { invalidParameter } from '../../app/invalid-parameter.ts'
import { pipelineSummaries } from '../../app/pipeline-summary.ts'
import { findPipeline, PIPELINE_NAMES, type PipelineName } from '../../app/pipelines.ts'
import { nearest } from '../../indicator/nearest.ts'
import { defineCommand } from '../command.ts'
import { switchFlag, textFlag } from '../flag.ts'
import { pipelinesText } from '../pipeline-text.ts'
import { print, printJson, say } from '../print.ts'

const pipelineNamed = (text: string): PipelineName => {
  const name = findPipeline(text)
  if (name !== undefined) return name
  throw invalidParameter('NAME', text, {
    reason: 'there is no such pipeline',
    allowed: PIPELINE_NAMES,
    nearest: nearest(text, PIPELINE_NAMES)
  })
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** Lists the processing pipelines for the Sigma tools, or writes one out. */
export const pipelines = defineCommand({
  name: 'pipelines',
  summary: 'list processing pipelines for sigma convert, or write one out',
  description:
    'Lists the processing pipelines that come with sigmill, or writes one to standard output. A pipeline brings the ' +
    'rules to the tables and fields of a SIEM; the head of each says what it maps, which logs it needs and what it misses.',
  operand: {
    name: 'NAME',
    summary: PIPELINE_NAMES.join(', '),
    required: false,
    several: false,
    choices: PIPELINE_NAMES
  },
  settings: undefined,
  flags: {
    out: textFlag('FILE', { short: '-o', summary: 'write the pipeline into a file', offer: 'path' }),
    json: switchFlag('print the list as JSON')
  },
  examples: [
    ['pipelines', 'see which there are'],
    ['pipelines splunk-cim > splunk-cim.yml', 'write one out'],
    ['pipelines qradar -o qradar.yml', 'write one into a file']
  ],
  async run({ world, operands: [text], flags: { out, json } }) {
    if (text === undefined) {
      if (out !== undefined) throw invalidParameter('--out', out, { reason: 'name the pipeline that is to be written' })
      await (json === true ? printJson(world, pipelineSummaries()) : print(world, pipelinesText()))
      return 0
    }
    if (json === true) throw invalidParameter('--json', undefined, { reason: 'a pipeline is YAML; leave it out' })
    const yaml = once(await world.pipeline(pipelineNamed(text)))
    if (out === undefined || out === '-') {
      await world.writeOut(yaml)
    } else {
      await world.writeFile(out, yaml)
      say(world, [`Pipeline ${text} written to ${out}.`])
    }
    return 0
  }
})
