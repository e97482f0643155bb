import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PIPELINE_NAMES } from '../../../src/app/pipelines.ts'
import type { Proof, Stage } from '../bench.ts'
import { CONVERT_LINES } from '../readme/convert-lines.ts'
import { startDemoServer } from '../readme/demo-server.ts'
import { runBlock } from '../readme/run-block.ts'
import { runConvertLine } from '../readme/run-convert-line.ts'
import { openShell } from '../readme/shell.ts'
import { shellBlocks } from '../readme/shell-blocks.ts'
import { inWorkFolder } from '../readme/work-folder.ts'

const README = resolve(import.meta.dirname, '../../../README.md')
const COMMANDS = /^sigmill (rules|pipelines|sync)|\bsigma convert\b/m

const runBlocks = async (folder: string): Promise<Proof> => {
  const server = await startDemoServer(folder)
  try {
    const shell = openShell(folder, { KEY: server.key, URL: server.url, SIGMILL_DB: 'sqlite:./sigmill-demo.db' })
    const blocks = shellBlocks(readFileSync(README, 'utf8'), COMMANDS)
    const conversions = blocks.join('').match(/\bsigma convert\b/g)?.length ?? 0
    const differences = blocks.flatMap((block) => runBlock(shell, block))
    return {
      subject: 'README, as printed',
      of: `${blocks.length} blocks, ${conversions} times sigma convert`,
      differences: conversions === 0 ? ['README.md shows no sigma convert line', ...differences] : differences
    }
  } finally {
    await server.stop()
  }
}

const runConvertLines = (folder: string): Proof => {
  const shell = openShell(folder)
  const writePipelines = PIPELINE_NAMES.map((name) => `sigmill pipelines ${name} -o ${name}.yml`).join('\n')
  const written = shell('current', writePipelines)
  return {
    subject: 'convert lines of the pipelines',
    of: `${CONVERT_LINES.length} lines, as printed`,
    differences:
      'failure' in written
        ? [`sigmill pipelines: ${written.failure}`]
        : CONVERT_LINES.flatMap((line) => runConvertLine(shell, folder, line))
  }
}

/** What is said about the way to a SIEM works as printed, in the README and with every pipeline: on the pinned tools. */
export const runReadme: Stage = async () => [
  await inWorkFolder(runBlocks),
  await inWorkFolder((folder) => Promise.resolve(runConvertLines(folder)))
]
