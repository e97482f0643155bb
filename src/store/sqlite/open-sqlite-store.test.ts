import { Database } from './driver.ts'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { IndicatorStore, StoreOptions } from '../indicator-store.ts'
import { startJob } from '../other-process.contract.ts'
import { add, domains, liveValues } from '../samples.contract.ts'
import type { JobName } from '../store-jobs.contract.ts'
import { NOON } from '../store-under-test.contract.ts'
import { jobArguments } from './job-arguments.contract.ts'
import { PROGRAM_SCHEMA } from './migrations.ts'
import { placeAt } from './sqlite-place.contract.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

const open = async (path: string, options: Partial<StoreOptions> = {}): Promise<IndicatorStore> => {
  const store = await openSqliteStore(path, { now: () => NOON, acceptClock: false, create: true, ...options })
  onTestFinished(async () => store.close())
  return store
}

const makeStore = async (path: string, hosts = 1): Promise<void> => {
  const store = await open(path)
  await add(store, domains(hosts))
  await store.close()
}

/** Does something to the database of a store behind its back. */
const inDatabase = <T>(path: string, action: (database: InstanceType<typeof Database>) => T): T => {
  const database = new Database(path)
  try {
    return action(database)
  } finally {
    database.close()
  }
}

/** Runs a job as somebody who is not root, for whom file permissions count. */
const asNobody = (path: string, job: JobName): string => {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  return spawnSync(process.execPath, jobArguments(path, job), { ...nobody, encoding: 'utf8' }).stderr
}

test('a store that is not there is made, or missed', async () => {
  const path = join(temporaryFolder(), 'store.db')
  await expect(open(path, { create: false })).rejects.toMatchObject({ code: 'store_missing' })
  expect(existsSync(path)).toBe(false)
  await makeStore(path)
  expect(await liveValues(await open(path, { create: false }))).toHaveLength(1)
})

test('an empty file is no store yet', async () => {
  const path = join(temporaryFolder(), 'store.db')
  writeFileSync(path, '')
  await expect(open(path, { create: false })).rejects.toMatchObject({ code: 'store_missing' })
  await makeStore(path)
})

test('a folder that is not there is named', async () => {
  const folder = join(temporaryFolder(), 'missing')
  await expect(open(join(folder, 'store.db'))).rejects.toMatchObject({ code: 'store_missing' })
  await expect(open(join(folder, 'store.db'))).rejects.toThrow(`no folder ${folder}`)
})

test('a file of another kind is refused and left as it is', async () => {
  const path = join(temporaryFolder(), 'hosts.txt')
  const text = 'host.example.com\n'.repeat(100)
  writeFileSync(path, text)
  await expect(open(path)).rejects.toMatchObject({ code: 'store_damaged' })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a database of another program is refused and left as it is', async () => {
  const path = join(temporaryFolder(), 'other.db')
  inDatabase(path, (database) => database.exec('CREATE TABLE meta (schema_version INTEGER)'))
  const before = readFileSync(path)
  await expect(open(path)).rejects.toMatchObject({ code: 'store_damaged' })
  expect(readFileSync(path)).toEqual(before)
})

test('a damaged store is told when what is damaged is read', async () => {
  const path = join(temporaryFolder(), 'store.db')
  await makeStore(path, 2_000)
  const bytes = readFileSync(path)
  const pages = bytes.length / 4_096
  bytes.fill(0x55, Math.floor(pages / 2) * 4_096)
  writeFileSync(path, bytes)
  await expect(liveValues(await open(path))).rejects.toMatchObject({ code: 'store_damaged' })
})

test('a store that needs a newer program is refused with both versions', async () => {
  const path = join(temporaryFolder(), 'store.db')
  await makeStore(path)
  inDatabase(path, (database) => database.exec('UPDATE meta SET schema_version = 99, oldest_program = 98'))
  await expect(open(path)).rejects.toMatchObject({ code: 'store_newer' })
  const message = `has schema 99, which needs a program that knows schema 98; this one knows ${PROGRAM_SCHEMA}.`
  await expect(open(path)).rejects.toThrow(message)
})

test('a newer store that this program may use is opened as it is', async () => {
  const path = join(temporaryFolder(), 'store.db')
  await makeStore(path)
  inDatabase(path, (database) => database.exec('UPDATE meta SET schema_version = 99'))
  expect(await liveValues(await open(path))).toHaveLength(1)
  const version = inDatabase(path, (database) => database.prepare('SELECT schema_version FROM meta').pluck().get())
  expect(version).toBe(99)
})

test('a store records its schema', async () => {
  const path = join(temporaryFolder(), 'store.db')
  await makeStore(path)
  const row = inDatabase(path, (database) => database.prepare('SELECT schema_version, oldest_program FROM meta').get())
  expect(row).toEqual({ schema_version: PROGRAM_SCHEMA, oldest_program: 10 })
})

test('a store is sound after its writer was killed', async () => {
  const path = join(temporaryFolder(), 'store.db')
  const writer = startJob(placeAt(path), 'write-until-killed', 'host')
  await writer.said(5)
  await writer.kill()
  await open(path)
  expect(inDatabase(path, (database) => database.pragma('integrity_check', { simple: true }))).toBe('ok')
})

test('a folder or a store that may not be written is denied with its place', async () => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o555)
  expect(asNobody(join(folder, 'new.db'), 'open')).toMatch(/Problem: .*new\.db cannot be opened for writing/)
  expect(asNobody(join(folder, 'new.db'), 'open')).toContain("code: 'disk_denied'")
  chmodSync(folder, 0o755)
  await makeStore(join(folder, 'store.db'))
  chmodSync(join(folder, 'store.db'), 0o444)
  expect(asNobody(join(folder, 'store.db'), 'write')).toContain("code: 'disk_denied'")
})

test('two paths to one store are one place of a server', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'store.db')
  const store = await open(path)
  await store.serve()
  symlinkSync(path, join(folder, 'link.db'))
  const linked = await open(join(folder, 'link.db'))
  await expect(linked.serve()).rejects.toMatchObject({ code: 'store_serving' })
})

test('a store without a path is thrown away when it is closed', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const [one, other] = [await open(''), await open(':memory:')]
  await add(one, domains(3))
  expect(await liveValues(one)).toHaveLength(3)
  expect(await liveValues(other)).toEqual([])
  expect(readdirSync(folder)).toHaveLength(2)
  await one.close()
  await other.close()
  expect(readdirSync(folder)).toEqual([])
})

test('a store without a path goes with its process', () => {
  const folder = temporaryFolder()
  const { status } = spawnSync(process.execPath, jobArguments('', 'leave'), {
    env: { ...process.env, TMPDIR: folder },
    stdio: 'inherit'
  })
  expect(status).toBe(0)
  expect(readdirSync(folder).filter((name) => !name.startsWith('tsx'))).toEqual([])
})
