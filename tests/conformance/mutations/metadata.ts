import type { Mutation } from './mutation.ts'

/** Faults in tags, titles and other metadata. */
export const METADATA: readonly Mutation[] = [
  {
    name: 'tactics have underscores',
    file: 'src/detect/technique-tags.ts',
    find: '`attack.${tactic}`',
    replace: "`attack.${tactic.replaceAll('-', '_')}`",
    caughtBy: 'validators'
  },
  {
    name: 'a technique comes without its tactics',
    file: 'src/detect/technique-tags.ts',
    find: 'current === undefined ? tactics : [`attack.${current.toLowerCase()}`, ...tactics]',
    replace: 'current === undefined ? tactics : [`attack.${current.toLowerCase()}`]',
    caughtBy: 'validators'
  },
  {
    name: 'technique tags are upper case',
    file: 'src/detect/technique-tags.ts',
    find: 'current.toLowerCase()',
    replace: 'current',
    caughtBy: 'validators'
  },
  {
    name: 'cve tags have dots only',
    file: 'src/detect/recipes/cve.ts',
    find: "id.replace('CVE-', 'cve.')",
    replace: "id.replace('CVE-', 'cve.').replace('-', '.')",
    caughtBy: 'validators'
  },
  {
    name: 'titles of the same start are not told apart',
    file: 'src/detect/title.ts',
    find: 'shown.slice(0, room - CUT.length - mark.length) + CUT + mark',
    replace: 'shown.slice(0, room - CUT.length) + CUT',
    caughtBy: 'validators'
  },
  {
    name: 'titles are as long as the value',
    file: 'src/detect/title.ts',
    find: 'const MOST_CHARACTERS = 120',
    replace: 'const MOST_CHARACTERS = 250',
    caughtBy: 'validators'
  },
  {
    name: 'IPv6 addresses stand in titles as they are',
    file: 'src/detect/recipes/destination-ip.ts',
    find: "titleCase: 'upper'",
    replace: "titleCase: 'as it is'",
    caughtBy: 'validators'
  },
  {
    name: 'hashes stand in titles as they are',
    file: 'src/detect/recipes/file-hash.ts',
    find: "titleCase: 'upper'",
    replace: "titleCase: 'as it is'",
    caughtBy: 'validators'
  },
  {
    name: 'a rule is modified on its first day',
    file: 'src/detect/dates.ts',
    find: 'changed !== added && changedDay > day ? dayText(changedDay) : undefined',
    replace: 'dayText(changedDay)',
    caughtBy: 'validators'
  },
  {
    name: 'technique pages are references',
    file: 'src/detect/references.ts',
    find: ' && !isTechniqueLink(link)',
    replace: '',
    caughtBy: 'validators'
  },
  {
    name: 'false positives begin in lower case',
    file: 'src/detect/recipes/domain.ts',
    find: "falsePositives: ['Unknown']",
    replace: "falsePositives: ['unknown']",
    caughtBy: 'validators'
  },
  {
    name: 'a level that Sigma does not know',
    file: 'src/detect/recipes/cve.ts',
    find: "low: 'low' }",
    replace: "low: 'low', ...{ high: 'severe' as 'low' } }",
    caughtBy: 'reading'
  },
  {
    name: 'DNS queries come from a log source of another name',
    file: 'src/detect/recipes/domain.ts',
    find: "category: 'dns_query'",
    replace: "category: 'dns'",
    caughtBy: 'queries'
  }
]
