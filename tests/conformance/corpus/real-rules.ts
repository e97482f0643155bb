import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCUMENT_SEPARATOR } from '../../../src/sigma/write-rule.ts'
import { PROGRAM } from '../program.ts'
import { idOf, type CorpusRule } from './corpus-rule.ts'
import { RECIPES, recipeOfRule, type Recipe } from './recipe-of.ts'

const FOLDERS = ['abusech', 'csv', 'kev', 'lists', 'misp', 'openioc', 'otx', 'stix', 'zeek_intel']

/** What the program itself writes for every real feed, with more flags where they are given. */
const exported = (data: string, ...flags: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-real-'))
  try {
    const file = join(folder, 'rules.yml')
    const feeds = FOLDERS.map((name) => join(data, 'feeds', name))
    // Some feeds hold nothing that is meant for detection, which the exit code tells.
    spawnSync(process.execPath, [PROGRAM, 'rules', ...feeds, ...flags, '-o', file], { cwd: folder, stdio: 'ignore' })
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes rules of every recipe in turn, so that rare recipes come whole and frequent ones share the rest. */
const inTurn = (rules: ReadonlyMap<Recipe, readonly CorpusRule[]>, atMost: number): readonly CorpusRule[] => {
  const taken: CorpusRule[] = []
  const longest = Math.max(...[...rules.values()].map((list) => list.length))
  for (let position = 0; position < longest; position += 1) {
    for (const recipe of RECIPES) {
      const rule = rules.get(recipe)?.[position]
      if (rule === undefined) continue
      if (taken.length === atMost) return taken
      taken.push(rule)
    }
  }
  return taken
}

const chosen = (documents: string, atMost: number): readonly CorpusRule[] => {
  const rules = new Map<Recipe, CorpusRule[]>(RECIPES.map((recipe) => [recipe, []]))
  for (const document of documents.split(`\n${DOCUMENT_SEPARATOR}`)) {
    const text = document.endsWith('\n') ? document : `${document}\n`
    const recipe = recipeOfRule(text)
    rules.get(recipe)?.push({ name: idOf({ text }), recipe, text })
  }
  for (const list of rules.values()) list.sort((a, b) => (a.name < b.name ? -1 : 1))
  return inTurn(rules, atMost)
}

/** `atMost` rules of the real feeds, the same ones for the same feeds: chosen by id, which is spread evenly. */
export const realRules = (data: string, atMost: number): readonly CorpusRule[] => chosen(exported(data), atMost)

/** The same of rules for groups of at most `size` indicators. */
export const realGroups = (data: string, size: number, atMost: number): readonly CorpusRule[] =>
  chosen(exported(data, '--group', String(size)), atMost)
