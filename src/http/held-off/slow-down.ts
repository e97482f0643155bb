import type { Socket } from 'node:net'
import { Turns } from '../../app/limits/turns.ts'
import type { Services } from '../operation.ts'

/** Slows down those who are held off, by one timer for all of them. */
export interface SlowDown {
  /** Takes a turn of an origin, for a connection or a request; `false` until the next second when it has none left. */
  take(origin: string): boolean
  /** Reads nothing more from a connection until the next second. */
  rest(socket: Socket): void
}

const TURNS = { ofEach: 10, altogether: 250 }

const SECOND_MS = 1_000

/** Nobody rests any longer once the server is told to stop. */
export const createSlowDown = ({ pause, stopping }: Pick<Services, 'pause' | 'stopping'>): SlowDown => {
  const turns = new Turns(TURNS)
  const resting = new Set<Socket>()
  let isCounting = false

  const renew = (): void => {
    isCounting = false
    turns.renew()
    for (const socket of resting) socket.resume()
    resting.clear()
  }

  /** Begins a second, unless one has begun. */
  const count = (): void => {
    if (isCounting) return
    isCounting = true
    void pause(SECOND_MS, stopping).then(renew)
  }

  return {
    take(origin) {
      count()
      return turns.take(origin)
    },
    rest(socket) {
      count()
      resting.add(socket.pause())
    }
  }
}
