/**
 * Writes `src/sigma/attack-table.ts` from MITRE's ATT&CK Enterprise bundle.
 *
 *   node --import tsx scripts/generate-attack-table.ts [--check]
 *
 * `--check` writes nothing and fails when the file is not what the bundle gives. The bundle is read from the folder
 * that SIGMILL_TEST_DATA names, by default `../shared/data`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { SUCCESSORS } from './attack-successors.ts'

const ROOT = resolve(import.meta.dirname, '..')
const BUNDLE = resolve(
  ROOT,
  process.env['SIGMILL_TEST_DATA'] ?? '../shared/data',
  'attack/enterprise-attack-18.1.reduced.json'
)
const TABLE = join(ROOT, 'src/sigma/attack-table.ts')

const collection = z.object({ type: z.literal('x-mitre-collection'), x_mitre_version: z.string() })
const attackPattern = z.object({
  type: z.literal('attack-pattern'),
  name: z.string(),
  revoked: z.boolean().default(false),
  x_mitre_deprecated: z.boolean().default(false),
  kill_chain_phases: z.array(z.object({ phase_name: z.string() })),
  external_references: z.tuple([z.object({ external_id: z.string() })])
})
const named = z.object({
  type: z.enum(['intrusion-set', 'malware', 'tool']),
  revoked: z.boolean().default(false),
  x_mitre_deprecated: z.boolean().default(false),
  external_references: z.tuple([z.object({ external_id: z.string() })])
})
const tactic = z.object({ type: z.literal('x-mitre-tactic'), x_mitre_shortname: z.string() })
const bundle = z.object({ objects: z.array(z.looseObject({ type: z.string() })) })

interface Technique {
  readonly id: string
  readonly name: string
  readonly tactics: readonly string[]
  readonly status: 'current' | 'deprecated' | 'revoked'
}

const { objects } = bundle.parse(JSON.parse(readFileSync(BUNDLE, 'utf8')))
const version = collection.parse(objects.find(({ type }) => type === 'x-mitre-collection')).x_mitre_version
const techniques = objects
  .filter(({ type }) => type === 'attack-pattern')
  .map((object) => techniqueOf(attackPattern.parse(object)))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
const withStatus = (status: Technique['status']) => techniques.filter((technique) => technique.status === status)

const current = new Set(withStatus('current').map(({ id }) => id))
const text = `// Written by scripts/generate-attack-table.ts; a change belongs there.
// © The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.

/** The release of MITRE ATT&CK Enterprise that stands below. */
export const ATTACK_VERSION = '${version}'

/** The tactics, by the names that tags use. */
${wordSet('TACTICS', tacticNames())}
/** Groups. */
${wordSet('GROUPS', idsOf(['intrusion-set']))}
/** Malware and tools. */
${wordSet('SOFTWARE', idsOf(['malware', 'tool']))}
/** Techniques and their tactics. */
${tacticMap('TECHNIQUES', withStatus('current'))}
/** Techniques that ATT&CK gave up without a successor, and the tactics they had. */
${tacticMap('DEPRECATED', withStatus('deprecated'))}
/** Techniques that ATT&CK revoked, and what stands in their place today. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
${withStatus('revoked')
  .map((technique) => `  ['${technique.id}', '${successorOf(technique)}']`)
  .join(',\n')}
])
`

if (!process.argv.includes('--check')) {
  writeFileSync(TABLE, text)
} else if (readFileSync(TABLE, 'utf8') !== text) {
  console.error(`${TABLE} is not what ${BUNDLE} gives: run scripts/generate-attack-table.ts without --check.`)
  process.exitCode = 1
}

function techniqueOf(pattern: z.infer<typeof attackPattern>): Technique {
  const tactics = pattern.kill_chain_phases.map(({ phase_name }) => phase_name).sort()
  const status = pattern.revoked ? 'revoked' : pattern.x_mitre_deprecated ? 'deprecated' : 'current'
  return { id: pattern.external_references[0].external_id, name: pattern.name, tactics, status }
}

function successorOf({ id, name }: Technique): string {
  const successor = SUCCESSORS.get(id)
  const candidates = successor === undefined ? withStatus('current').filter((technique) => technique.name === name) : []
  const found = successor ?? (candidates.length === 1 ? candidates[0]?.id : undefined)
  if (found === undefined) {
    throw new Error(`${id} (${name}) is revoked and has no single namesake: add its successor to attack-successors.ts.`)
  }
  const next = techniques.find((technique) => technique.id === found)
  if (next === undefined) throw new Error(`${found}, the successor of ${id}, is no technique of ATT&CK ${version}.`)
  return current.has(found) ? found : successorOf(next)
}

function tacticNames(): readonly string[] {
  return objects
    .filter(({ type }) => type === 'x-mitre-tactic')
    .map((object) => tactic.parse(object).x_mitre_shortname)
    .sort()
}

/** Ids of the current objects of some types. */
function idsOf(types: readonly string[]): readonly string[] {
  return objects
    .filter(({ type }) => types.includes(type))
    .map((object) => named.parse(object))
    .filter(({ revoked, x_mitre_deprecated }) => !revoked && !x_mitre_deprecated)
    .map(({ external_references: [{ external_id }] }) => external_id)
    .sort()
}

function wordSet(constant: string, words: readonly string[]): string {
  return `export const ${constant}: ReadonlySet<string> = new Set([\n${words.map((word) => `  '${word}'`).join(',\n')}\n])\n`
}

function tacticMap(constant: string, listed: readonly Technique[]): string {
  const lines = listed.map(({ id, tactics }) => `  ['${id}', [${tactics.map((tactic) => `'${tactic}'`).join(', ')}]]`)
  return `export const ${constant}: ReadonlyMap<string, readonly string[]> = new Map([\n${lines.join(',\n')}\n])\n`
}
