import { FailedAttempts } from '../../app/limits/failed-attempts.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import type { AppParts } from '../app-parts.ts'
import { originOf } from '../connections/origin-of.ts'

/** Keeps addresses away that try one wrong key after the other. */
export interface HoldOff {
  /** How many seconds an origin has to wait; `undefined` when it may try. */
  waitOf(origin: string): number | undefined
  /** Counts a wrong key. */
  fail(address: IpAddress | undefined): void
  /** Whether any address sent a wrong key of late. */
  isNeeded(): boolean
}

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
