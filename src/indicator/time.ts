/** Seconds since 1970-01-01T00:00:00Z, whole. */
export type Seconds = number

/** Days since 1970-01-01, UTC. */
export type Day = number

/** Microseconds since 1970-01-01T00:00:00Z. A change has an instant of its own, so an instant is also a position. */
export type Instant = number

export const SECONDS_PER_DAY = 86_400
export const INSTANTS_PER_SECOND = 1_000_000

/** The UTC day of a time. */
export const dayOfSeconds = (seconds: Seconds): Day => Math.floor(seconds / SECONDS_PER_DAY)

/** The UTC day of an instant. */
export const dayOfInstant = (instant: Instant): Day => dayOfSeconds(instant / INSTANTS_PER_SECOND)

/** `2026-05-17`. */
export const formatDay = (day: Day): string => new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10)

/** `2026-05-17T10:00:00Z`. */
export const formatSeconds = (seconds: Seconds): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

/** `2026-05-17T10:00:00.000001Z`: all six digits, so that the text is as exact as the position. */
export const formatInstant = (instant: Instant): string => {
  const seconds = Math.floor(instant / INSTANTS_PER_SECOND)
  const micros = String(instant - seconds * INSTANTS_PER_SECOND).padStart(6, '0')
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${micros}Z`
}
