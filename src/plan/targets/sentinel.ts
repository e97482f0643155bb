import type { Coverage, TargetProfile } from '../target-profile.ts'

const HOST_AND_PATH: Coverage = {
  verdict: 'misses',
  note: 'proxies that log host and path in columns of their own are missed'
}

/** Microsoft Sentinel with ASIM parsers. */
export const sentinel: TargetProfile = {
  name: 'sentinel',
  limits: [
    {
      name: 'enabled rules',
      measure: 'enabled_rules',
      number: 512,
      effect: 'refuses',
      isShared: true,
      says: 'a workspace enables 512 analytics rules',
      source: 'Service limits for Microsoft Sentinel',
      address: 'https://learn.microsoft.com/en-us/azure/sentinel/sentinel-service-limits',
      noted: '2026-11-22'
    },
    {
      name: 'near real time',
      measure: 'near_real_time_rules',
      number: 50,
      effect: 'slows',
      isShared: true,
      says: 'a workspace has 50 near-real-time rules, which run every minute; further ones are scheduled, every five minutes at most often',
      source: 'Service limits for Microsoft Sentinel',
      address: 'https://learn.microsoft.com/en-us/azure/sentinel/sentinel-service-limits',
      noted: '2026-11-22'
    },
    {
      name: 'query chars',
      measure: 'query_characters',
      number: 10_000,
      effect: 'refuses',
      isShared: false,
      says: 'the query of an analytics rule has 1 to 10,000 characters',
      source: 'Create a scheduled analytics rule from scratch',
      address: 'https://learn.microsoft.com/en-us/azure/sentinel/create-analytics-rules',
      noted: '2026-11-22'
    }
  ],
  schedule: { everyMinutes: 5 },
  isMadeByHand: false,
  rules: {
    convert: '-t kusto -p sentinel-asim.yml',
    lengths: {
      ipv4: { itself: 37.98, perPattern: 4.26, perCharacter: 0.99 },
      ipv6: { itself: 39.1, perPattern: 4.61, perCharacter: 0.97 },
      domain: { itself: 33, perPattern: 14, perCharacter: 1 },
      url: { itself: 26.57, perPattern: 13.1, perCharacter: 1.16 },
      md5: { itself: 43.91, perPattern: 0, perCharacter: 1 },
      sha1: { itself: 44.9, perPattern: 0, perCharacter: 0.98 },
      sha256: { itself: 46.88, perPattern: 0, perCharacter: 0.96 },
      cve: { itself: 29.89, perPattern: 52, perCharacter: 2 },
      'mitre-attack': { itself: 82, perPattern: 0, perCharacter: 1 },
      email: { itself: 69.36, perPattern: 39.39, perCharacter: 2 }
    },
    coverage: {
      url: HOST_AND_PATH,
      cve: { verdict: 'superset', note: 'an alert whose description names the CVE matches as well' },
      'mitre-attack': { verdict: 'other', note: 'it asks the techniques of alerts, not the names of Sysmon rules' }
    }
  },
  bundle: {
    searches: 6,
    everyMinutes: 60,
    coverage: { url: HOST_AND_PATH },
    rowsOf: () => 1,
    tableOf: () => 'indicators',
    bytesPerRow: undefined,
    load: { rowsPerRequest: 100, requestsPerMinute: 100 }
  }
}
