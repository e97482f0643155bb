import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { Bench } from './frame/bench.ts'
import { describeMachine } from './frame/machine.ts'
import { HELP, type Options, readOptions } from './frame/options.ts'
import { runSubjects } from './frame/run-subjects.ts'
import { type Program, ROOT } from './program/program.ts'
import { buildRevision, revisionOf } from './program/revision.ts'
import { createServerShelf } from './program/server-shelf.ts'
import { createStoreShelf } from './program/store-shelf.ts'
import { compareText } from './reporting/compare-text.ts'
import { fillPage } from './reporting/fill-page.ts'
import { subjectTables } from './reporting/markdown.ts'
import { mergeReports } from './reporting/merge-reports.ts'
import { readReport } from './reporting/read-report.ts'
import type { Report } from './reporting/report.ts'
import { writeReport } from './reporting/write-report.ts'
import { FAR_SUBJECTS, SUBJECTS } from './subjects.ts'

/** Measures what lies here, beside its peers or beside another revision, and writes a report. */
const FOLDER = join(ROOT, 'bench', 'report')
const ALL_SUBJECTS = [...SUBJECTS, ...FAR_SUBJECTS]
/** What --docs fills. */
const PAGES = [join(ROOT, 'docs', 'performance.md'), join(ROOT, 'README.md')]

const say = (text: string): void => console.error(text)

const HERE: Program = { name: 'sigmill', root: ROOT }

const programsFor = async ({ compare }: Options, folder: string): Promise<readonly [Program, ...Program[]]> =>
  compare === undefined ? [HERE] : [{ ...HERE, name: 'here' }, await buildRevision(compare, folder)]

const measure = async (options: Options, folder: string): Promise<Report> => {
  const { sizes, rounds, warmsUp, seconds, only, compare, withProfiles } = options
  const programs = await programsFor(options, folder)
  const stores = createStoreShelf(folder, say)
  const servers = createServerShelf(stores)
  const bench: Bench = {
    sizes,
    rounds,
    warmsUp,
    seconds,
    programs,
    withPeers: compare === undefined,
    folder,
    stores,
    servers,
    say
  }
  const subjects = only.length === 0 ? SUBJECTS : ALL_SUBJECTS.filter(({ name }) => only.includes(name))
  try {
    const taken = {
      at: new Date().toISOString(),
      revision: await revisionOf(ROOT),
      machine: await describeMachine(),
      sizes,
      rounds,
      secondsARound: seconds
    }
    return {
      programs: programs.map(({ name }) => name),
      subjects: await runSubjects(bench, subjects, taken, withProfiles)
    }
  } finally {
    await servers.close()
  }
}

/** What is measured of some subjects only leaves the others of the last report as they are. */
const keepOthers = async ({ only, out }: Options, fresh: Report): Promise<Report> => {
  const earlier = only.length === 0 ? undefined : await readReport(out)
  const names = ALL_SUBJECTS.map(({ name }) => name)
  return earlier === undefined ? fresh : mergeReports(earlier, fresh, names)
}

const lastReport = async (folder: string): Promise<Report> => {
  const report = await readReport(folder)
  if (report === undefined) throw new Error(`There is no report in ${folder}: run npm run bench first.`)
  return report
}

const publish = async ({ out, docs }: Options, report: Report): Promise<void> => {
  await writeReport(out, report)
  for (const page of docs ? PAGES : []) {
    await writeFile(page, fillPage(await readFile(page, 'utf8'), report, relative(dirname(page), out)))
  }
}

const run = async (options: Options): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sigmill-bench-'))
  try {
    const report = await measure(options, folder)
    if (options.compare === undefined) {
      await publish(options, await keepOthers(options, report))
      for (const subject of report.subjects) console.log(`## ${subject.title}\n\n${subjectTables(subject)}\n`)
    } else {
      console.log(compareText(report))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const options = readOptions(process.argv.slice(2), FOLDER)
if (options === undefined) console.log(HELP)
else if (options.isRewrite) await publish(options, await lastReport(options.out))
else await run(options)
