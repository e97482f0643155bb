import { KINDS, type Kind } from '../indicator/kind.ts'

/** A generation of pySigma; the older one is where QRadar's backend stayed. */
export type Generation = '0.11' | '1'

/** One way to use a pipeline. */
export interface PipelineUse {
  /** What `sigma convert -t` takes. */
  readonly target: string
  /** What else stands on the command line: pipelines of the backend, or files of this list. */
  readonly beside: readonly string[]
  /** The kinds whose rules convert to a query that can match. */
  readonly kinds: readonly Kind[]
  /** Of pySigma. */
  readonly generations: readonly Generation[]
}

/** A processing pipeline for the Sigma tools, kept as `pipelines/<name>.yml`. */
export interface Pipeline {
  readonly name: string
  /** One line: for which product, over which fields. */
  readonly title: string
  readonly uses: readonly PipelineUse[]
}

const BOTH = ['0.11', '1'] as const

const alone = (target: string, generations: readonly Generation[]): PipelineUse => ({
  target,
  beside: [],
  kinds: KINDS,
  generations
})

/** Every pipeline that comes with the program, in the order of its list. One file and one entry each. */
export const PIPELINES = [
  {
    name: 'splunk-cim',
    title: 'Splunk, tags and fields of the Common Information Model',
    uses: [alone('splunk', BOTH)]
  },
  {
    name: 'sentinel-asim',
    title: 'Microsoft Sentinel, built-in ASIM parsers',
    uses: [alone('kusto', BOTH)]
  },
  {
    name: 'defender-xdr',
    title: 'Microsoft Defender XDR, advanced hunting',
    uses: [alone('kusto', BOTH)]
  },
  {
    name: 'azure-monitor',
    title: 'Azure Monitor, tables of a Log Analytics workspace',
    uses: [alone('kusto', BOTH)]
  },
  {
    name: 'elastic-ecs',
    title: 'Elastic and OpenSearch, Elastic Common Schema',
    uses: [alone('lucene', ['1']), alone('esql', ['1']), alone('opensearch_lucene', ['1'])]
  },
  {
    name: 'elastic-eql',
    title: 'Elastic EQL, beside elastic-ecs',
    uses: [{ target: 'eql', beside: ['elastic-ecs.yml'], kinds: KINDS, generations: ['1'] }]
  },
  {
    name: 'qradar',
    title: 'IBM QRadar, AQL over properties and payloads',
    uses: [alone('q_radar_aql', ['0.11'])]
  },
  {
    name: 'plain-hashes',
    title: 'Hashes as md5, sha1 and sha256, for targets that know these fields',
    uses: [
      { target: 'log_scale', beside: ['crowdstrike_fdr'], kinds: ['sha256'], generations: ['1'] },
      { target: 'loki', beside: [], kinds: ['md5', 'sha1', 'sha256'], generations: ['1'] }
    ]
  }
] as const satisfies readonly Pipeline[]

/** The name of a pipeline that there is. */
export type PipelineName = (typeof PIPELINES)[number]['name']

/** Every name, in the order of the list. */
export const PIPELINE_NAMES: readonly PipelineName[] = PIPELINES.map(({ name }) => name)

/** The pipeline of that name; `undefined` where there is none. */
export const findPipeline = (text: string): PipelineName | undefined => PIPELINE_NAMES.find((name) => name === text)

/** The name of a pipeline's file. */
export const pipelineFile = (name: PipelineName): string => `${name}.yml`
