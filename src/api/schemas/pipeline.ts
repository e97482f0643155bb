import { z } from 'zod'
import { KINDS } from '../../indicator/kind.ts'
import { REFERENCE, TEXTS } from '../values.ts'

const USE = z
  .strictObject({
    target: z.string().describe('What `sigma convert -t` takes.'),
    beside: TEXTS.describe("Pipelines that go with it: of the target's own backend, or others of this list."),
    kinds: z.array(z.enum(KINDS)).describe('Types whose rules convert to a query that can match.'),
    generations: z.array(z.enum(['0.11', '1'])).describe('Generations of pySigma that it works in.'),
    convert: z.string().describe('The command that converts rules with it.')
  })
  .meta({ id: 'PipelineUse' })

const PIPELINE = z
  .strictObject({ name: z.string(), title: z.string(), file: z.string(), uses: z.array(USE), url: REFERENCE })
  .meta({ id: 'Pipeline' })

/** The processing pipelines. */
export const PIPELINE_LIST = z.strictObject({ data: z.array(PIPELINE) })

/** An example of {@link PIPELINE_LIST}. */
export const PIPELINE_LIST_EXAMPLE: z.input<typeof PIPELINE_LIST> = {
  data: [
    {
      name: 'splunk-cim',
      title: 'Splunk, tags and fields of the Common Information Model',
      file: 'splunk-cim.yml',
      uses: [
        {
          target: 'splunk',
          beside: [],
          kinds: ['ipv4', 'ipv6'],
          generations: ['0.11', '1'],
          convert: 'sigma convert -t splunk -p splunk-cim.yml rules.yml'
        }
      ],
      url: '/api/v1/pipelines/splunk-cim'
    }
  ]
}
