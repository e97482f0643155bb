import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFeeds } from '../data/write-feeds.ts'
import { type Program, runProgram } from './program.ts'
import { makeKey } from './server.ts'

/** A store on the disk that nobody has open. */
export interface ShelvedStore {
  readonly folder: string
  readonly file: string
  /** An API key that may export. */
  readonly key: string
}

/** Keeps one store for each program and size, made when it is first wanted. */
export interface StoreShelf {
  /** To be read only: a server writes, so it gets a copy. */
  take(program: Program, size: number): Promise<ShelvedStore>
  /** A copy that may be changed. Whoever is done with many of them early removes its folder; the rest go with the run. */
  copy(program: Program, size: number): Promise<ShelvedStore>
}

/** Makes stores with `sigmill import` in a folder. */
export const createStoreShelf = (folder: string, say: (text: string) => void): StoreShelf => {
  const made = new Map<string, Promise<ShelvedStore>>()
  let copies = 0

  const make = async (program: Program, size: number, place: string): Promise<ShelvedStore> => {
    say(`making a store of ${size.toLocaleString('en')} indicators with ${program.name}`)
    await mkdir(place)
    const file = join(place, 'store.db')
    for (const feed of await writeFeeds(folder, size)) {
      await runProgram(program, place, ['import', feed.path, ...feed.flags, '--db', `sqlite:${file}`])
    }
    return { folder: place, file, key: await makeKey(program, { folder: place, file }) }
  }

  const take = (program: Program, size: number): Promise<ShelvedStore> => {
    const place = join(folder, `${size}-${program.name.replaceAll(/[^\w.-]/g, '_')}`)
    const store = made.get(place) ?? make(program, size, place)
    made.set(place, store)
    return store
  }

  return {
    take,
    async copy(program, size) {
      const store = await take(program, size)
      copies += 1
      const place = join(folder, `copy-${copies}`)
      await mkdir(place)
      const file = join(place, 'store.db')
      await copyFile(store.file, file)
      await copyFile(`${store.file}.secret`, `${file}.secret`)
      return { ...store, folder: place, file }
    }
  }
}
