import { addressForms } from '../../detect/address-forms.ts'
import { TABLES } from '../../bundle/targets/splunk/table.ts'
import type { RuleGroup } from '../../detect/group/rule-group.ts'
import type { Coverage, TargetProfile } from '../target-profile.ts'

const SEVERAL_HASHES: Coverage = {
  verdict: 'misses',
  note: 'add-ons that put several bare hashes into one process_hash are missed'
}

const tableOf = ({ kind }: Pick<RuleGroup, 'kind'>): string =>
  TABLES.filter(({ kinds }) => kinds.some((held) => held === kind))
    .map(({ name }) => name)
    .join()

/** Splunk Enterprise with the Common Information Model. */
export const splunk: TargetProfile = {
  name: 'splunk',
  limits: [
    {
      name: 'at once',
      measure: 'searches_at_once',
      number: 11,
      effect: 'refuses',
      isShared: true,
      says: 'a search head with 16 cores runs 22 searches at once by default, half of them scheduled ones: (max_searches_per_cpu 1 x 16 + base_max_searches 6) x max_searches_perc 50 %; what finds no place is skipped',
      source: 'limits.conf, Splunk Enterprise 10.4.3',
      address:
        'https://help.splunk.com/en/splunk-enterprise/administer/admin-manual/10.4/configuration-file-reference/10.4.3-configuration-file-reference/limits.conf',
      noted: '2026-11-22'
    },
    {
      name: 'in memory',
      measure: 'table_bytes',
      number: 26_214_400,
      effect: 'slows',
      isShared: false,
      says: 'a lookup of more than 25 MB is indexed on disk (max_memtable_bytes; 100 MB in Splunk Cloud), which is slower; a row is taken to have 600 bytes',
      source: 'Troubleshoot lookups in Splunk Enterprise Security',
      address:
        'https://help.splunk.com/en/splunk-enterprise-security-7/administer/7.3/troubleshoot-enterprise-security/troubleshoot-lookups-in-splunk-enterprise-security',
      noted: '2026-11-22'
    },
    {
      name: 'ES collection',
      measure: 'table_bytes',
      number: 500_000_000,
      effect: 'slows',
      isShared: false,
      says: 'Enterprise Security keeps 0.5 GB and 60 days in each of its own threat intelligence collections; the bundle brings its own and takes no room there, but a table that is to go into those must keep within',
      source: 'Threat intelligence KV Store collections, Splunk Enterprise Security 8.3',
      address:
        'https://help.splunk.com/en/splunk-enterprise-security-8/administer/8.3/threat-intelligence/threat-intelligence-kv-store-collections-in-splunk-enterprise-security',
      noted: '2026-11-22'
    }
  ],
  schedule: { everyMinutes: 5 },
  isMadeByHand: false,
  rules: {
    convert: '-t splunk -p splunk-cim.yml',
    lengths: {
      ipv4: { itself: 44.72, perPattern: 8.91, perCharacter: 1.96 },
      ipv6: { itself: 48.22, perPattern: 10.85, perCharacter: 1.87 },
      domain: { itself: 63, perPattern: 4.5, perCharacter: 1 },
      url: { itself: 17.25, perPattern: 4.54, perCharacter: 1.04 },
      md5: { itself: 42.16, perPattern: 0, perCharacter: 2.2 },
      sha1: { itself: 42.12, perPattern: 0, perCharacter: 2.13 },
      sha256: { itself: 42.07, perPattern: 0, perCharacter: 2.06 },
      cve: { itself: 42.99, perPattern: 5.92, perCharacter: 1 },
      'mitre-attack': { itself: 72, perPattern: 0, perCharacter: 1 },
      email: { itself: 23.29, perPattern: 4.95, perCharacter: 1 }
    },
    coverage: {
      md5: SEVERAL_HASHES,
      sha1: SEVERAL_HASHES,
      sha256: SEVERAL_HASHES
    }
  },
  bundle: {
    searches: 7,
    everyMinutes: 15,
    coverage: {
      url: {
        verdict: 'superset',
        note: 'ports 80 and 443 are not told from no port, and a `*` inside a URL stands for anything'
      }
    },
    rowsOf: ({ kind, value }) => (kind === 'ipv6' ? addressForms(value).length : 1),
    tableOf,
    bytesPerRow: 600,
    load: { rowsPerRequest: 1000, requestsPerMinute: undefined }
  }
}
