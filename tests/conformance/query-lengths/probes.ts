import { groupRule } from '../../../src/detect/group/group-rule.ts'
import { groupOf } from '../../../src/detect/group/rule-group.ts'
import { KINDS, type Kind } from '../../../src/indicator/kind.ts'
import { patternSize, type PatternSize } from '../../../src/plan/pattern-size.ts'
import type { SigmaRule } from '../../../src/sigma/rule.ts'
import { goldenIndicator } from '../../golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../golden/rules/seed-style.ts'

/** A grouped rule whose query is measured. */
export interface Probe {
  readonly kind: Kind
  readonly members: number
  /** The patterns of the members' own rules, together. */
  readonly size: PatternSize
  readonly rule: SigmaRule
}

const MEMBERS = [1, 10, 100] as const

const digits = (n: number, length: number): string => ((n + 1) * 2_654_435_761).toString(16).repeat(8).slice(0, length)

/** Many short values, and a long one among twelve. */
const skewed =
  (short: (n: number) => string, long: (n: number) => string) =>
  (n: number): string =>
    n % 12 === 5 ? long(n) : short(n)

/** A short and a long value of each kind, different for every number, and the two mixed where lengths differ much. */
const VALUES: Readonly<Record<Kind, readonly ((n: number) => string)[]>> = {
  ipv4: [(n) => `192.0.2.${n}`, (n) => `203.0.113.${100 + n}`],
  ipv6: [(n) => `2001:db8::${(n + 1).toString(16)}`, (n) => `2001:db8:1:2:3:4:5:${(n + 4096).toString(16)}`],
  domain: [
    (n) => `a${n}.example`,
    (n) => `mail-${digits(n, 12)}.service.evil.example.com`,
    skewed(
      (n) => `a${n}.example`,
      (n) => `${'long-label.'.repeat(15)}a${n}.example`
    )
  ],
  url: [
    (n) => `a${n}.example/`,
    (n) => `cdn-${n}.evil.example.com/download/${digits(n, 8)}/setup.exe`,
    (n) => `evil.example:8080/${digits(n, 8)}/gate.php?id=${n}&key=${digits(n, 16)}`,
    skewed(
      (n) => `a${n}.example/`,
      (n) => `a${n}.example/${'long-path/'.repeat(195)}`
    ),
    skewed(
      (n) => `a${n}.example/a`,
      (n) => `evil.example:8080/gate.php?id=${n}&key=${'ab12'.repeat(40)}`
    )
  ],
  md5: [(n) => digits(n, 32)],
  sha1: [(n) => digits(n, 40)],
  sha256: [(n) => digits(n, 64)],
  cve: [(n) => `CVE-2021-${1000 + n}`, (n) => `CVE-2024-${1_000_000 + n}`],
  'mitre-attack': [(n) => `T1059.${String((n % 9) + 1).padStart(3, '0')}`],
  email: [(n) => `a${n}@evil.example`, (n) => `accounts-payable-${digits(n, 10)}@mail.evil.example.com`]
}

const probe = (kind: Kind, value: (n: number) => string, members: number): Probe => {
  const indicators = Array.from({ length: members }, (_, n) => goldenIndicator({ kind, value: value(n) }))
  const [first] = indicators
  if (first === undefined) throw new Error('a probe without members')
  const group = groupOf(first)
  const sizes = indicators.map((indicator) => patternSize(group.recipe.select(indicator.value)))
  return {
    kind,
    members,
    size: {
      patterns: sizes.reduce((sum, { patterns }) => sum + patterns, 0),
      characters: sizes.reduce((sum, { characters }) => sum + characters, 0)
    },
    rule: groupRule(group, indicators, { size: members, prefix: '', id: first.id }, SEED_STYLE)
  }
}

/** Grouped rules of every kind, from one member to a hundred, of short and of long values. */
export const PROBES: readonly Probe[] = KINDS.flatMap((kind) =>
  VALUES[kind].flatMap((value) =>
    MEMBERS.filter((members) => kind !== 'mitre-attack' || members < 10).map((members) => probe(kind, value, members))
  )
)
