import { checkFiles, emptyCheckReport, type CheckReport } from '../../app/check-files.ts'
import type { World } from '../../app/world.ts'
import { SEVERITIES, type Severity } from '../../sigma/check/finding.ts'
import { defineCommand } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import { checkText, findingJson, findingText } from '../finding-text.ts'
import { choiceFlag, switchFlag } from '../flag.ts'
import { say } from '../print.ts'
import { formatCount } from '../text-table.ts'

async function* findingLines(
  world: World,
  paths: readonly string[],
  isJson: boolean,
  report: CheckReport
): AsyncGenerator<string> {
  const progress = world.progress('check')
  try {
    for await (const findings of checkFiles(world.files(paths), paths, report)) {
      progress.step(`${formatCount(report.documents)} documents checked`)
      if (findings.length > 0) yield findings.map(isJson ? findingJson : findingText).join('')
    }
  } finally {
    progress.done()
  }
}

/** 1 for what is broken, 5 for issues that were asked for, else 0. */
const exitCodeOf = ({ findings, unreadable }: CheckReport, least: Severity): ExitCode => {
  if (findings.error > 0 || unreadable.length > 0) return 1
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1)
  return counted.some((severity) => findings[severity] > 0) ? 5 : 0
}

/** Checks Sigma rules of any origin. */
export const check = defineCommand({
  name: 'check',
  summary: 'check Sigma rules of any origin',
  description:
    'Finds in Sigma rules, correlations and filters what the Sigma 2.1 JSON schema, the parser of pySigma and its core validators find. ' +
    'Writes one finding per line with file, line, column, document, severity, field, reason and the name of the check. ' +
    'Files of any size are read document by document.',
  operand: {
    name: 'FILE',
    summary: 'rule files, folders (whose .yml and .yaml are read), or - for standard input',
    required: true,
    several: true,
    paths: true
  },
  settings: undefined,
  flags: {
    json: switchFlag('write the findings as NDJSON'),
    failOn: choiceFlag(
      'SEVERITY',
      'the least severity that makes the exit code 5 instead of 0 (default: low)',
      SEVERITIES
    )
  },
  examples: [
    ['check rules/', 'check every rule of a folder'],
    ['rules | sigmill check -', 'check what is about to be exported'],
    ['check rules.yml --json --fail-on high', 'let a build fail on what will not match as meant']
  ],
  async run({ world, operands, flags }) {
    const report = emptyCheckReport()
    await world.writeOut(findingLines(world, operands, flags.json === true, report))
    say(world, checkText(report))
    return exitCodeOf(report, flags.failOn ?? 'low')
  }
})
