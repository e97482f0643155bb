import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { runResident } from './resident.ts'

/** The program as it is installed. */
export const PROGRAM = fileURLToPath(new URL('../../bin/sigmill.js', import.meta.url))

/** How a command is called, besides its arguments. */
export interface CallOptions {
  readonly cwd: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Another user, for whom permissions hold. */
  readonly uid?: number
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that runs. */
export type Running = ChildProcessByStdio<Writable, Readable, Readable>

/** Without any setting of the one who runs the tests but for one, and in a time zone that a mistake would show in. */
const environment = (cwd: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: cwd,
  TMPDIR: tmpdir(),
  TZ: 'Pacific/Auckland',
  // Feeds of tests hold nothing but values that are kept for documentation.
  SIGMILL_GUARD_DOCUMENTATION: 'inform'
})

/** Starts a program; it is killed with the test, whatever happens. */
export const startProgram = (file: string, args: readonly string[], { cwd, env, uid }: CallOptions): Running => {
  const child = spawn(file, args, {
    cwd,
    env: { ...environment(cwd), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid })
  })
  // A command that reads no input may be gone before it is written.
  child.stdin.on('error', () => {})
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** Starts sigmill. */
export const start = (args: readonly string[], options: CallOptions): Running =>
  startProgram(process.execPath, [PROGRAM, ...args], options)

/** Waits for the end of a command that was started. */
export const ending = async (child: Running): Promise<Ended> => {
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const [stdout, stderr, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code, signal, stdout, stderr }
}

/** Runs sigmill to its end: what needs a process of its own gets one, and everything else one that has been loaded. */
export const sigmill = async (args: readonly string[], options: CallOptions): Promise<Ended> => {
  const { cwd, env, stdin, uid } = options
  if (stdin === undefined && uid === undefined) return runResident({ args, cwd, env: { ...environment(cwd), ...env } })
  const child = start(args, options)
  child.stdin.end(options.stdin)
  return ending(child)
}

/** Runs a script of bash in which `sigmill` is the program. */
export const bash = async (script: string, options: CallOptions): Promise<Ended> => {
  const define = `sigmill() { "${process.execPath}" "${PROGRAM}" "$@"; }`
  const child = startProgram('bash', ['-c', `${define}\n${script}`], options)
  child.stdin.end(options.stdin)
  return ending(child)
}

/** A folder with files, gone when the test is over. */
export const folderWith = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await scratchFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** A plain list of so many host names, all reserved. */
export const hostNames = (count: number): string =>
  Array.from({ length: count }, (_, index) => `host-${index}.example.com\n`).join('')

/** The import report for programs. */
export interface Report {
  readonly files: readonly {
    readonly file: string
    readonly read: number
    readonly accepted: number
    readonly new: number
    readonly changed: number
    readonly unchanged: number
    readonly rejected: number
    readonly format: string | null
    readonly feed: string | null
    readonly reasons: Readonly<Record<string, number>>
    readonly problem: { readonly code: string; readonly message: string } | null
  }[]
  readonly totals: Readonly<Record<'read' | 'accepted' | 'new' | 'changed' | 'unchanged' | 'rejected', number>>
}

/** Imports and reads the report. */
export const importJson = async (
  args: readonly string[],
  options: CallOptions
): Promise<{ readonly ended: Ended; readonly report: Report }> => {
  const ended = await sigmill(['import', ...args, '--json'], options)
  return { ended, report: JSON.parse(ended.stdout) as Report }
}

/** Stands for any text that fits the pattern. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)
