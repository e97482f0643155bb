import type { Coverage, TargetProfile } from '../target-profile.ts'

const LETTER_CASE: Coverage = {
  verdict: 'misses',
  note: 'letter case counts in keyword fields, so names that are logged with capitals are missed'
}

/** Elastic Security with ECS, queries in Lucene. */
export const elastic: TargetProfile = {
  name: 'elastic',
  limits: [
    {
      name: 'query clauses',
      measure: 'query_clauses',
      number: 1024,
      effect: 'refuses',
      isShared: false,
      says: 'a query may have at least 1,024 clauses; how many more depends on heap and threads',
      source: 'Search settings, Elasticsearch 8',
      address: 'https://elastic.co/guide/en/elasticsearch/reference/8.x/search-settings.html',
      noted: '2026-11-22'
    },
    {
      name: 'at once',
      measure: 'searches_at_once',
      number: 10,
      effect: 'refuses',
      isShared: true,
      says: 'a Kibana instance runs ten tasks at once; further ones run late',
      source: 'Kibana alerting: performance and scaling',
      address: 'https://elastic.co/guide/en/kibana/current/alerting-production-considerations.html',
      noted: '2026-11-22'
    },
    {
      name: 'per import',
      measure: 'rules_per_import',
      number: 1000,
      effect: 'slows',
      isShared: false,
      says: 'about 1,000 rules, or 10 MB, go into one import',
      source: 'elastic/kibana#290918 and #195805',
      address: 'https://github.com/elastic/kibana/issues/195805',
      noted: '2026-11-22'
    }
  ],
  schedule: { everyMinutes: 5 },
  isMadeByHand: false,
  rules: {
    convert: '-t lucene -p elastic-ecs.yml',
    lengths: {
      ipv4: { itself: 10.92, perPattern: 4.19, perCharacter: 0.99 },
      ipv6: { itself: 11.71, perPattern: 5.54, perCharacter: 1.23 },
      domain: { itself: 40.06, perPattern: 4.14, perCharacter: 1.03 },
      url: { itself: 37.11, perPattern: 11.7, perCharacter: 2.29 },
      md5: { itself: 12.91, perPattern: 0, perCharacter: 1 },
      sha1: { itself: 13.91, perPattern: 0, perCharacter: 0.98 },
      sha256: { itself: 15.9, perPattern: 0, perCharacter: 0.96 },
      cve: { itself: 23.99, perPattern: 7.46, perCharacter: 1 },
      'mitre-attack': { itself: 71, perPattern: 0, perCharacter: 1 },
      email: { itself: 15.91, perPattern: 5.21, perCharacter: 1.06 }
    },
    coverage: {
      domain: LETTER_CASE,
      url: LETTER_CASE,
      email: LETTER_CASE,
      cve: {
        verdict: 'misses',
        note: 'rule.name is the signature in intrusion detection; many antivirus integrations name threats in fields of their own'
      }
    }
  },
  bundle: {
    searches: 24,
    everyMinutes: 60,
    coverage: {
      domain: {
        verdict: 'misses',
        note: 'names under a name that is no registered domain itself, and names that are logged with capitals or a final dot'
      },
      url: {
        verdict: 'misses',
        note: 'rules compare for equality: longer paths, and with a port of its own anything but the whole URL'
      },
      email: { verdict: 'misses', note: 'addresses that are logged with capitals' }
    },
    rowsOf: () => 1,
    tableOf: () => 'indicators',
    bytesPerRow: undefined,
    load: { rowsPerRequest: 2500, requestsPerMinute: undefined }
  }
}
