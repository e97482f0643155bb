import { RECIPES } from '../corpus/recipe-of.ts'
import { current, legacy, remark, remarks, shipped, type Remarks, type Target, type Way } from './target.ts'

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
const LETTERS = 'letter case counts in keyword fields, so names that are logged with capitals are missed'
const CASE = remark('misses', LETTERS, 'domain', 'url', 'email')
const STOCK_CASE = remark('misses', LETTERS, 'domain')
const SIGNATURES = remark(
  'misses',
  'rule.name is the signature in intrusion detection; many antivirus integrations name threats in fields of their own',
  'cve'
)
const INVENTED = remark(
  'never',
  'the backend asks indices such as windows-dns_query-*; `-O custom_logsource=INDEX` names yours',
  ...RECIPES
)

const stock = (backend: string, title: string, more: Remarks = STOCK_CASE): Way => ({
  name: `${backend}-stock-ecs`,
  title,
  backend,
  pipelines: ['ecs_windows'],
  remarks: remarks(UNMAPPED, MOVED, more)
})

const ecs = (backend: string, title: string, more: Remarks = CASE): Way => ({
  name: `${backend}-ecs`,
  title,
  backend,
  pipelines: [shipped('elastic-ecs')],
  remarks: remarks(SIGNATURES, more)
})

/** Elasticsearch in its four languages, and OpenSearch. */
export const ELASTIC: readonly Target[] = [
  current(ecs('lucene', 'Elastic, Lucene')),
  current(ecs('esql', 'Elastic, ES|QL')),
  current({ ...ecs('eql', 'Elastic, EQL', {}), pipelines: [shipped('elastic-eql'), shipped('elastic-ecs')] }),
  current({ ...ecs('eql', 'Elastic, EQL', ADDRESS_LISTS), name: 'eql-ecs-alone' }),
  current(ecs('elastalert', 'Elastic, ElastAlert')),
  current(ecs('opensearch_lucene', 'OpenSearch, Lucene')),
  current({ ...ecs('open_search_ppl', 'OpenSearch, PPL'), remarks: INVENTED }),
  current(stock('lucene', 'Elastic, Lucene')),
  legacy(stock('lucene', 'Elastic, Lucene')),
  current(stock('esql', 'Elastic, ES|QL')),
  current(stock('eql', 'Elastic, EQL', ADDRESS_LISTS)),
  current(stock('opensearch_lucene', 'OpenSearch, Lucene'))
]
