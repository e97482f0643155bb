import { elementsOf } from '../../bundle/targets/qradar/elements.ts'
import type { RuleGroup } from '../../detect/group/rule-group.ts'
import type { Coverage, TargetProfile } from '../target-profile.ts'

const ANYWHERE: Coverage = {
  verdict: 'superset',
  note: 'the search looks anywhere in the payload, without boundaries'
}

/** The reference set of a group: addresses apart by where they stand in events, and everything by the rating of its rule. */
const setOfGroup = ({ kind, level, recipe }: RuleGroup): string =>
  [kind, recipe.logsource.category === 'firewall' ? 'source' : '', level === 'critical' ? 'high' : level].join(' ')

/** IBM QRadar, whose rules see every event as it comes. */
export const qradar: TargetProfile = {
  name: 'qradar',
  limits: [
    {
      name: 'by interface',
      measure: 'rules_by_interface',
      number: 0,
      effect: 'refuses',
      isShared: false,
      says: 'the interfaces create no custom rules: a rule is made by hand, and a converted query is a search',
      source: 'QRadar API endpoint documentation',
      address: 'https://www.ibm.com/docs/en/qradar-common?topic=api-endpoint-documentation-supported-versions',
      noted: '2026-11-22'
    },
    {
      name: 'set rows',
      measure: 'table_rows',
      number: 100_000,
      effect: 'slows',
      isShared: false,
      says: 'a reference set is set up for 100,000 elements',
      source: 'OpenCTI-Platform/connectors#2648',
      address: 'https://github.com/OpenCTI-Platform/connectors/issues/2648',
      noted: '2026-11-22'
    }
  ],
  schedule: undefined,
  isMadeByHand: true,
  rules: {
    convert: '-t q_radar_aql -p qradar.yml',
    lengths: {
      ipv4: { itself: 38.98, perPattern: 4.34, perCharacter: 0.98 },
      ipv6: { itself: 40.46, perPattern: 4.78, perCharacter: 0.96 },
      domain: { itself: 25, perPattern: 16.75, perCharacter: 0.5 },
      url: { itself: 31.98, perPattern: 13.96, perCharacter: 1.19 },
      md5: { itself: 41.25, perPattern: 0, perCharacter: 1.71 },
      sha1: { itself: 41.26, perPattern: 0, perCharacter: 1.57 },
      sha256: { itself: 41.27, perPattern: 0, perCharacter: 1.36 },
      cve: { itself: 25, perPattern: 2.54, perCharacter: 0.08 },
      'mitre-attack': { itself: 75, perPattern: 0, perCharacter: 1 },
      email: { itself: 54.93, perPattern: 16.55, perCharacter: 0.5 }
    },
    coverage: {
      domain: ANYWHERE,
      email: ANYWHERE,
      cve: ANYWHERE,
      'mitre-attack': ANYWHERE,
      url: { verdict: 'superset', note: '`_` and `%` in a URL are wildcards of LIKE' }
    }
  },
  bundle: {
    searches: 15,
    everyMinutes: 60,
    coverage: {
      domain: {
        verdict: 'misses',
        note: 'subdomains of a name with five labels or more, and all subdomains where a rule tests the set without AQL'
      },
      url: { verdict: 'misses', note: 'a set compares whole values: what lies under a path is missed' }
    },
    rowsOf: (indicator) => elementsOf(indicator).length,
    tableOf: setOfGroup,
    bytesPerRow: undefined,
    load: { rowsPerRequest: 5000, requestsPerMinute: undefined }
  }
}
