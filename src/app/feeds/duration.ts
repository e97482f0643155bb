const UNITS = { d: 86_400, h: 3_600, m: 60, s: 1 } as const

const DURATION = /^([0-9]{1,9})([smhd])$/

/** Reads `90s`, `30m`, `1h` or `7d`; in seconds. */
export const parseDuration = (text: string): number | undefined => {
  const [, count, unit] = DURATION.exec(text) ?? []
  const entry = Object.entries(UNITS).find(([letter]) => letter === unit)
  return entry === undefined ? undefined : Number(count) * entry[1]
}

const inUnit = (seconds: number, fits: (length: number) => boolean): string => {
  const [letter, length] = Object.entries(UNITS).find(([, unit]) => fits(unit)) ?? ['s', 1]
  return `${Math.floor(seconds / length)}${letter}`
}

/** The same the other way round, exact: `90m` for 5,400 seconds. */
export const formatDuration = (seconds: number): string => inUnit(seconds, (unit) => seconds % unit === 0)

/** About how long: `1h` for 5,400 seconds. */
export const roughDuration = (seconds: number): string => inUnit(seconds, (unit) => seconds >= unit)
