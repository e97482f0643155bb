import type { RollingWindow } from './rolling-window.ts'

/** How many requests a key may make. */
export interface RateLimits {
  readonly perMinute: number
  readonly perDay: number
}

/** The figures of the window of which the smaller share is left. */
export interface RateFigures {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds: when the next request passes if nothing remains, else when the oldest used bucket leaves. */
  readonly reset: number
}

/** A window of a key with its limit. */
export interface Allowance {
  readonly window: RollingWindow
  readonly limit: number
}

/** Whether a window has no room left. */
export const isUsedUp = ({ window, limit }: Allowance): boolean => window.used >= limit

const shareLeft = ({ window, limit }: Allowance): number => (limit - window.used) / Math.max(limit, 1)

const resetOf = (allowance: Allowance): number =>
  allowance.window.freeAt((isUsedUp(allowance) ? allowance.limit : allowance.window.used) - 1)

/** The figures of one window. */
export const figuresOf = (allowance: Allowance): RateFigures => ({
  limit: allowance.limit,
  remaining: Math.max(0, allowance.limit - allowance.window.used),
  reset: resetOf(allowance)
})

/** The window that decides what a client is told: the one that stays used up longest, else the one with less left. */
const tighterOf = (minute: Allowance, day: Allowance): Allowance => {
  if (isUsedUp(minute) && isUsedUp(day)) return resetOf(day) > resetOf(minute) ? day : minute
  return shareLeft(day) < shareLeft(minute) ? day : minute
}

/** What a client is told of its two windows. */
export const tighterFigures = (minute: Allowance, day: Allowance): RateFigures => figuresOf(tighterOf(minute, day))
