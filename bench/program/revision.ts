import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Program, ROOT } from './program.ts'
import { runProcess } from './run-process.ts'

/** What git calls what lies in a folder, with a word where it was changed since; `unknown` where git does not know it. */
export const revisionOf = async (root: string): Promise<string> => {
  const args = ['describe', '--always', '--dirty=, changed', '--abbrev=10', '--exclude=*']
  const asked = runProcess({ file: 'git', args, cwd: root }).catch(() => undefined)
  return (await asked)?.output.trim() ?? 'unknown'
}

/**
 * Takes a revision of the project out of its history, as `git archive` gives it, so that nothing of the repository changes,
 * and builds it with the packages that are installed here.
 */
export const buildRevision = async (revision: string, folder: string): Promise<Program> => {
  const root = join(folder, 'revision')
  const archive = join(folder, 'revision.tar')
  await mkdir(root)
  await runProcess({ file: 'git', args: ['archive', '--output', archive, revision], cwd: ROOT })
  await runProcess({ file: 'tar', args: ['-xf', archive], cwd: root })
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  await runProcess({ file: process.execPath, args: [compiler, '-p', 'tsconfig.build.json'], cwd: root })
  return { name: revision, root }
}
