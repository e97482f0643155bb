import { letOthersRun } from '../../platform/let-others-run.ts'

const LEAST = 200
const MOST = 2_000

/** What a page is filled from. */
export interface PageSource<Stored, Seen> {
  /** The next so many behind the last one; fewer only where nothing follows. */
  readonly read: (last: Stored | undefined, size: number) => Promise<readonly Stored[]>
  /** What is seen of them, in their order. */
  readonly see: (page: readonly Stored[]) => Promise<readonly Seen[]>
}

/** A page of what is seen: full up to its limit where more follows. Gives way to others while it reads on. */
export const fillPage = async <Stored, Seen>(
  limit: number,
  { read, see }: PageSource<Stored, Seen>
): Promise<readonly Seen[]> => {
  const found: Seen[] = []
  let last: Stored | undefined
  for (;;) {
    const size = Math.min(Math.max(limit - found.length, LEAST), MOST)
    const page = await read(last, size)
    found.push(...(await see(page)))
    if (found.length >= limit || page.length < size) return found.slice(0, limit)
    last = page.at(-1)
    await letOthersRun()
  }
}
