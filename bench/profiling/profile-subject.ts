import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '../frame/bench.ts'
import type { Subject } from '../frame/subject.ts'
import { createServerShelf } from '../program/server-shelf.ts'
import { readProfiles } from './read-profiles.ts'
import { type TimeTable, whereTimeWent } from './where-time-went.ts'

/** Measures a subject once more, with a program that watches itself, and says where its time went. */
export const profileSubject = async ({ run, profileRounds }: Subject, bench: Bench): Promise<TimeTable> => {
  const folder = await mkdtemp(join(bench.folder, 'profile-'))
  const profiles = join(folder, 'profiles')
  await mkdir(profiles)
  const [program] = bench.programs
  const watched = { ...program, nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${profiles}`] }
  const servers = createServerShelf(bench.stores)
  try {
    await run({
      ...bench,
      programs: [watched],
      withPeers: false,
      rounds: profileRounds,
      warmsUp: true,
      folder,
      servers
    })
  } finally {
    await servers.close()
  }
  return whereTimeWent(await readProfiles(profiles))
}
