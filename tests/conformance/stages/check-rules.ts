import type { Bench, Proof, Stage } from '../bench.ts'
import { corpusGaps } from '../corpus/corpus-gaps.ts'
import { compareGolden } from '../golden.ts'
import { formatCount } from '../format-count.ts'
import { GENERATIONS } from '../referees/generation.ts'
import type { Complaint, Referee } from '../referees/referee.ts'
import { VALIDATION } from '../referees/validation.ts'
import { complaintsOf, loadRules } from '../rule-file.ts'

const OLD_TAGS = 'tests/golden/conformance/tags-unknown-to-the-legacy-tools.txt'
const UNKNOWN_TAG = 'InvalidATTACKTagIssue: '

const SETS = ['rules', 'twins'] as const

const overSets = async (
  { corpus }: Bench,
  ask: (set: (typeof SETS)[number]) => Promise<readonly Complaint[]>
): Promise<readonly string[]> => {
  const said: string[] = []
  for (const set of SETS) said.push(...complaintsOf(corpus[set], await ask(set)))
  return said
}

/** Whether the issue is that the tools know a tag not yet. */
export const isOldTag = (issue: string): boolean => issue.includes(UNKNOWN_TAG)

/** The legacy tools carry an older ATT&CK; which of our tags it lacks is golden. */
const legacyIssues = ({ update }: Bench, issues: readonly string[]): readonly string[] => {
  const tags = new Set(
    issues.filter(isOldTag).map((issue) => issue.slice(issue.indexOf(UNKNOWN_TAG) + UNKNOWN_TAG.length))
  )
  return [
    ...issues.filter((issue) => !isOldTag(issue)),
    ...compareGolden(
      OLD_TAGS,
      [...tags]
        .sort()
        .map((tag) => `${tag}\n`)
        .join(''),
      update
    )
  ]
}

const proveCounts = ({ corpus }: Bench): Proof => {
  const { known, hostile, real } = corpus
  const recipes = new Set(known.map(({ recipe }) => recipe)).size
  return {
    subject: 'corpus',
    of: `${formatCount(known.length)} golden rules of ${recipes} recipes, ${formatCount(hostile.length)} hostile, ${formatCount(real.length)} real`,
    differences: corpusGaps(corpus)
  }
}

const checkWith = async (bench: Bench, referee: Referee, isLegacy: boolean): Promise<readonly Proof[]> => {
  const { corpus } = bench
  const of = `${formatCount(corpus.rules.length + corpus.twins.length)} rules`
  const unread: string[] = []
  for (const set of SETS) unread.push(...(await loadRules(referee, set, corpus[set])))
  const read: Proof = { subject: `read by pySigma ${referee.version}`, of, differences: unread }
  const issues = await overSets(bench, (set) => referee.check(set, VALIDATION))
  const checked: Proof = {
    subject: `sigma check, pySigma ${referee.version}`,
    of,
    differences: isLegacy ? legacyIssues(bench, issues) : issues
  }
  if (isLegacy) return [read, checked]
  const violations = await overSets(bench, (set) => referee.schema(set))
  return [read, { subject: 'JSON schema of Sigma 2', of, differences: violations }, checked]
}

/** Every rule is read by both generations, keeps the schema and passes the validators. */
export const checkRules: Stage = async (bench) => {
  const proofs = await Promise.all(
    GENERATIONS.map((generation) => checkWith(bench, bench.referees[generation], generation === 'legacy'))
  )
  return [proveCounts(bench), ...proofs.flat()]
}
