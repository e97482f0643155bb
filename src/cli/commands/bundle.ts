import { buildBundle } from '../../app/bundles/build-bundle.ts'
import { readSince } from '../../app/bundles/bundle-since.ts'
import { checkBundle } from '../../app/bundles/check-bundle.ts'
import { requestedTarget, requireCarried, TARGET_NAMES } from '../../app/bundles/requested-target.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import type { World } from '../../app/world.ts'
import { terminalText } from '../../problem/printable.ts'
import { bundleText } from '../bundle-text.ts'
import { counted } from '../counted.ts'
import { defineCommand } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import { FILTER_FLAGS, filtersOf } from '../filter-flags.ts'
import { choiceFlag, type FlagValues, switchFlag, textFlag } from '../flag.ts'
import { say } from '../print.ts'
import { withStore } from '../with-store.ts'

const { type, confidence, industry } = FILTER_FLAGS

const FLAGS = {
  target: choiceFlag('TARGET', 'for which SIEM', TARGET_NAMES),
  type,
  confidence,
  industry,
  since: textFlag('POSITION|DIR', {
    summary: 'only what changed since a position, or since the bundle in a folder',
    offer: 'path'
  }),
  out: textFlag('DIR', { short: '-o', summary: 'the folder of the bundle', offer: 'path' }),
  check: switchFlag('check the bundle in DIR, or the one that was just written')
} as const

/** Writes the findings, one a line; gives 1 where there are any. */
const checked = async (world: World, path: string): Promise<ExitCode> => {
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const finding of checkBundle(world.tree(path), world.crypto)) {
      count++
      const line = finding.line === undefined ? '' : `:${finding.line}`
      yield `${terminalText(`${path}/${finding.path}${line}: ${finding.problem}`)}\n`
    }
  }
  await world.writeOut(lines())
  say(world, [count === 0 ? `The bundle in ${path} is good.` : `${counted(count, 'finding')} in ${path}.`])
  return count === 0 ? 0 : 1
}

const required = (value: string | undefined, name: string): string => {
  if (value === undefined) throw invalidParameter(name, undefined, { reason: 'it is required' })
  return value
}

/** What a check is asked of: the operand, and nothing that only building takes. */
const pathToCheck = (operand: string | undefined, flags: FlagValues<typeof FLAGS>): string => {
  const { check, ...others } = flags
  if (operand === undefined) {
    throw check === true
      ? invalidParameter('DIR', undefined, { reason: 'name the folder: bundle --check DIR' })
      : invalidParameter('--target', undefined, { reason: 'it is required' })
  }
  if (check !== true || Object.values(others).some((value) => value !== undefined)) {
    throw invalidParameter('DIR', operand, {
      reason: 'a folder without a flag is only to be checked, as bundle --check DIR; a bundle is written to --out DIR'
    })
  }
  return operand
}

/** Builds a SIEM's own table of indicators, with the searches that join on it. */
export const bundle = defineCommand({
  name: 'bundle',
  summary: 'write indicators as a table for a SIEM',
  description:
    'Writes a folder with the indicators in the form in which a SIEM keeps tables, the few searches that join events with them, ' +
    'and a README.md with the commands that load it. With --since it holds what came and what went since an earlier bundle. ' +
    'Only files that bundle.json in the folder lists are ever replaced or deleted. ' +
    'With --check nothing is asked but the folder itself: hashes, formats, limits and every value.',
  operand: { name: 'DIR', summary: 'a bundle to check', required: false, several: false, paths: true },
  settings: ['db', 'public_url', 'publisher.name'],
  flags: FLAGS,
  examples: [
    ['bundle --target splunk -o whole --check', 'build everything, and check it'],
    ['bundle --target splunk --since whole -o delta', 'build what changed since'],
    ['bundle --check whole', 'check a bundle that came from elsewhere']
  ],
  async run({ world, loadSettings, operands: [operand], flags }) {
    if (flags.target === undefined) return checked(world, pathToCheck(operand, flags))
    if (operand !== undefined) {
      throw invalidParameter('DIR', operand, { reason: 'a bundle is written to --out DIR' })
    }
    const out = required(flags.out, '--out')
    const settings = await loadSettings()
    const target = requestedTarget(flags.target)
    requireCarried(target, '--type', flags.type)
    const { since: text, ...asked } = flags
    const filters = filtersOf({ ...asked, since: undefined, limit: undefined }, settings.export.defaultTypes)
    const start = text === undefined ? undefined : await readSince(world, text, target, filters)
    const built = await withStore(world, settings, { create: false }, async (store) =>
      buildBundle({ target, filters, start, path: out }, { ...world, store, settings })
    )
    say(world, bundleText(built, out))
    return flags.check === true && built.files.length > 0 ? checked(world, out) : 0
  }
})
