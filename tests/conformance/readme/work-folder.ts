import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PROGRAM } from '../program.ts'

const SAMPLE = resolve(import.meta.dirname, '../../../samples/mixed-list.txt')

/** Runs `use` in a folder that holds `iocs.txt` with an indicator of every kind, and `sigmill` in `bin/`. */
export const inWorkFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-readme-'))
  try {
    mkdirSync(join(folder, 'bin'))
    // Without it SigmaHQ's validators ask the network, and print to standard output that they could not.
    mkdirSync(join(folder, 'validator_json'))
    symlinkSync(PROGRAM, join(folder, 'bin', 'sigmill'))
    cpSync(SAMPLE, join(folder, 'iocs.txt'))
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
