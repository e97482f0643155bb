import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bash, folderWith, hostNames, sigmill } from './program.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** Mounts a disk of half a mebibyte, where the system lets this user do so. */
const smallDisk = (path: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k,mode=777', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path])
  })
  return true
}

describe('a full disk', () => {
  it.skipIf(!existsSync('/dev/full'))('under an export is a clear failure', async () => {
    const cwd = await folderWith({ 'list.txt': hostNames(1_000) })
    for (const line of ['sigmill rules list.txt -o /dev/full', 'sigmill rules list.txt > /dev/full']) {
      const { code, stderr } = await bash(line, { cwd })
      expect(stderr).toMatch(/^sigmill: .*no room left.*\n$/m)
      expect(code).toBe(4)
    }
  })

  it.skipIf(!existsSync('/dev/full'))(
    'under the list of rejects stops the import before anything is stored',
    async () => {
      const cwd = await folderWith({ 'list.txt': '192.0.2.1\n'.repeat(10) + '300.0.0.1\n'.repeat(20_000) })
      const { code, stderr } = await sigmill(['import', 'list.txt', '--rejects', '/dev/full'], { cwd })
      expect(stderr).toContain('no room left')
      expect(code).toBe(4)
      expect((await sigmill(['stats', '--json'], { cwd })).stdout).toContain('"indicators": 0')
    }
  )

  it('under the store fails an import, and the store keeps what it held', async (context) => {
    const cwd = await folderWith({ 'list.txt': hostNames(50_000) })
    const disk = join(cwd, 'disk')
    await mkdir(disk)
    if (!smallDisk(disk)) context.skip('this user may not mount a small disk')
    const db = ['--db', `sqlite:${disk}/sigmill.db`]
    expect((await sigmill(['import', '-', ...db], { cwd, stdin: '192.0.2.1\n' })).code).toBe(0)
    const { code, stderr } = await sigmill(['import', 'list.txt', ...db], { cwd })
    expect(stderr).toMatch(/^sigmill: There is no room left on the disk .+\n$/)
    expect(code).toBe(4)
    expect((await sigmill(['show', '192.0.2.1', ...db], { cwd })).code).toBe(0)
  })

  it('by a quota fails an import, and the store keeps what it held', async () => {
    const cwd = await folderWith({ 'list.txt': hostNames(50_000) })
    await sigmill(['import', '-'], { cwd, stdin: '192.0.2.1\n' })
    const { code, stderr } = await bash('ulimit -f 512; sigmill import list.txt', { cwd })
    expect(stderr).toMatch(/^sigmill: .+\n$/)
    expect(code).toBe(4)
    expect((await sigmill(['show', '192.0.2.1'], { cwd })).code).toBe(0)
  })
})

describe('a folder that may not be written', () => {
  const locked = async (): Promise<{ cwd: string; uid: number | undefined }> => {
    const cwd = await folderWith({ 'list.txt': '192.0.2.1\n', 'shut/rules.yml': 'of an earlier run\n' })
    await chmod(cwd, 0o777)
    await chmod(join(cwd, 'shut/rules.yml'), 0o444)
    await chmod(join(cwd, 'shut'), 0o555)
    return { cwd, uid: isRoot ? NOBODY : undefined }
  }

  it('refuses a store', async () => {
    const { cwd, uid } = await locked()
    const options = uid === undefined ? { cwd } : { cwd, uid }
    const { code, stderr } = await sigmill(['import', 'list.txt', '--db', 'sqlite:shut/sigmill.db'], options)
    expect(stderr).toMatch(/^sigmill: .*writ.+\n$/)
    expect(code).toBe(4)
  })

  it('refuses rules and rejects, and leaves what is there', async () => {
    const { cwd, uid } = await locked()
    const options = uid === undefined ? { cwd } : { cwd, uid }
    for (const out of ['shut/rules.yml', 'shut/new.yml', 'shut/folder/']) {
      const { code, stderr } = await sigmill(['rules', 'list.txt', '-o', out], options)
      expect(stderr).toMatch(/^sigmill: .+\n$/)
      expect(code).toBe(4)
    }
    const { code } = await sigmill(['import', 'list.txt', '--rejects', 'shut/rejects.ndjson'], options)
    expect(code).toBe(4)
    expect(await readFile(join(cwd, 'shut/rules.yml'), 'utf8')).toBe('of an earlier run\n')
  })
})

describe('a file that is no store', () => {
  it('is refused and left as it is', async () => {
    const text = 'These are the minutes of a meeting, and nothing that a database would know.\n'.repeat(200)
    const cwd = await folderWith({ 'minutes.txt': text, 'list.txt': '192.0.2.1\n' })
    for (const command of [['import', 'list.txt'], ['stats'], ['rules'], ['keys', 'list'], ['serve']]) {
      const { code, stdout, stderr } = await sigmill([...command, '--db', 'sqlite:minutes.txt'], { cwd })
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^sigmill: .*minutes\.txt.+\n$/)
      expect(code).toBe(3)
    }
    expect(await readFile(join(cwd, 'minutes.txt'), 'utf8')).toBe(text)
  })
})
