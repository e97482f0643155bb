import { current, legacy, remark, shipped, type Remarks, type Target, type Way } from './target.ts'

const UNMAPPED = remark(
  'never',
  'the stock pipeline maps no field of this log source to ECS',
  'attacking-ip',
  'url',
  'email',
  'cve'
)
const MOVED = remark(
  'never',
  'the ingest pipeline of Elastic moves Hashes to process.hash.* in lower case and RuleName to rule.name',
  'md5',
  'sha1',
  'sha256',
  'mitre-attack'
)
const ADDRESS_LISTS = remark(
  'never',
  'EQL refuses a list of texts for a field of the type ip, and an IPv6 address has two spellings',
  'ipv6'
)
const CASE = remark(
  'misses',
  'letter case counts in keyword fields, so names that are logged with capitals are missed',
  'domain',
  'url',
  'email'
)

const stock = (backend: string, title: string, remarks: Remarks = CASE): Way => ({
  name: `${backend}-stock-ecs`,
  title,
  backend,
  pipelines: ['ecs_windows'],
  remarks: { ...remarks, ...UNMAPPED, ...MOVED }
})

const ecs = (backend: string, title: string, remarks: Remarks = CASE): Way => ({
  name: `${backend}-ecs`,
  title,
  backend,
  pipelines: [shipped('elastic-ecs')],
  remarks
})

/** Elasticsearch in its four languages, and OpenSearch. */
export const ELASTIC: readonly Target[] = [
  current(ecs('lucene', 'Elastic, Lucene')),
  current(ecs('esql', 'Elastic, ES|QL')),
  current({ ...ecs('eql', 'Elastic, EQL', {}), pipelines: [shipped('elastic-eql'), shipped('elastic-ecs')] }),
  current({ ...ecs('eql', 'Elastic, EQL', ADDRESS_LISTS), name: 'eql-ecs-alone' }),
  current(ecs('elastalert', 'Elastic, ElastAlert')),
  current(ecs('opensearch_lucene', 'OpenSearch, Lucene')),
  current(ecs('open_search_ppl', 'OpenSearch, PPL')),
  current(stock('lucene', 'Elastic, Lucene')),
  legacy(stock('lucene', 'Elastic, Lucene')),
  current(stock('esql', 'Elastic, ES|QL')),
  current(stock('eql', 'Elastic, EQL', ADDRESS_LISTS)),
  current(stock('opensearch_lucene', 'OpenSearch, Lucene'))
]
