import { FailedAttempts } from '../../app/limits/failed-attempts.ts'
import { networkOf } from '../../indicator/ip-network.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import type { AppParts } from '../app-parts.ts'

/** Keeps addresses away that try one wrong key after the other. */
export interface HoldOff {
  /** How many seconds an origin has to wait; `undefined` when it may try. */
  waitOf(origin: string): number | undefined
  /** Counts a wrong key. */
  fail(address: IpAddress | undefined): void
  /** Whether any address sent a wrong key of late. */
  isNeeded(): boolean
}

/** Whoever has one IPv6 address has its /64: RFC 6177. */
const ORIGIN_LENGTH = { ipv4: 32, ipv6: 64 } as const

/** What stands for everybody at an address. */
export const originOf = (address: IpAddress | undefined): string =>
  address === undefined ? 'unknown' : networkOf(address, ORIGIN_LENGTH).text

/** Holds addresses off for a minute, as the settings allow. */
export const createHoldOff = ({ settings, clock, log }: Pick<AppParts, 'settings' | 'clock' | 'log'>): HoldOff => {
  const attempts = new FailedAttempts(settings.limits.failedAttempts)
  return {
    waitOf: (origin) => attempts.waitOf(origin, clock.now()),
    fail(address) {
      const origin = originOf(address)
      if (attempts.fail(origin, clock.now())) log.warn('address held off', { address: origin })
    },
    isNeeded: () => attempts.origins > 0
  }
}
