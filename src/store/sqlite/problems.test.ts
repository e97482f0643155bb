import { Database } from './driver.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { asProblem, isBusy, naming } from './problems.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

const open = (
  path: string,
  options: { readonly readonly?: boolean; readonly fileMustExist?: boolean } = {}
): InstanceType<typeof Database> => {
  const database = new Database(path, { timeout: 0, ...options })
  onTestFinished(() => {
    database.close()
  })
  return database
}

const failureOf = (action: () => unknown): unknown => {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('the action did not fail')
}

/** The problem that a real failure of SQLite comes to. */
const problemOf = (path: string, action: () => unknown): Problem => {
  const problem = failureOf(() => naming(path, action))
  if (!(problem instanceof Problem)) throw new Error(`no problem, but ${String(problem)}`)
  expect(problem.message).toContain(path)
  expect(problem.message).toMatch(/^.+\. .+\.$/)
  return problem
}

test('a full disk is disk_full', () => {
  const path = join(temporaryFolder(), 'store.db')
  const database = open(path)
  database.exec('PRAGMA max_page_count = 4; CREATE TABLE t (text TEXT)')
  const fill = (): void => {
    for (;;) database.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(4_000))
  }
  expect(problemOf(path, fill).code).toBe('disk_full')
})

test('a store that may not be written is disk_denied', () => {
  const path = join(temporaryFolder(), 'store.db')
  open(path).exec('CREATE TABLE t (text TEXT)')
  const database = open(path, { readonly: true })
  expect(problemOf(path, () => database.exec('DROP TABLE t')).code).toBe('disk_denied')
})

test('a folder in the place of the store is disk_denied', () => {
  const path = temporaryFolder()
  expect(problemOf(path, () => open(path)).code).toBe('disk_denied')
})

test('a lock that another holds is store_busy', () => {
  const path = join(temporaryFolder(), 'store.db')
  open(path).exec('BEGIN EXCLUSIVE')
  const other = open(path)
  expect(problemOf(path, () => other.exec('BEGIN EXCLUSIVE')).code).toBe('store_busy')
  expect(isBusy(failureOf(() => other.exec('BEGIN EXCLUSIVE')))).toBe(true)
  expect(isBusy(new Error('busy'))).toBe(false)
})

test('a file of another kind is store_damaged', () => {
  const path = join(temporaryFolder(), 'store.db')
  writeFileSync(path, '# a list of hosts\n'.repeat(100))
  const database = open(path)
  expect(problemOf(path, () => database.prepare('SELECT * FROM sqlite_schema').all()).code).toBe('store_damaged')
})

test('a disk that fails is disk_denied and names the code', () => {
  const error = new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE')
  expect(asProblem(error, '/a/store.db')).toMatchObject({
    code: 'disk_denied',
    details: { sqlite: 'SQLITE_IOERR_WRITE' }
  })
})

test('what the file system refuses is a problem too', () => {
  const denied = Object.assign(new Error('no'), { code: 'EACCES' })
  expect(asProblem(denied, '/a/store.db')).toMatchObject({ code: 'disk_denied' })
  const full = Object.assign(new Error('no'), { code: 'ENOSPC' })
  expect(asProblem(full, '/a/store.db')).toMatchObject({ code: 'disk_full' })
})

test('bugs and problems stay what they are', () => {
  const database = open(':memory:')
  const bug = failureOf(() => database.prepare('SELECT nothing FROM nowhere'))
  expect(asProblem(bug, '/a/store.db')).toBe(bug)
  const problem = new Problem('store_clock', 'The clock is wrong.')
  expect(asProblem(problem, '/a/store.db')).toBe(problem)
  expect(asProblem('thrown text', '/a/store.db')).toBe('thrown text')
})
