/** All readers of a bench come from one address. */
export const ONE_ADDRESS: Readonly<Record<string, string>> = { SIGMILL_LIMITS_MAX_CONNECTIONS_PER_ADDRESS: '800' }

/** Settings under which so many exports are written at once, also those of one key. */
export const placesFor = (readers: number): Readonly<Record<string, string>> => ({
  ...ONE_ADDRESS,
  SIGMILL_LIMITS_MAX_CONCURRENT_EXPORTS: String(readers),
  SIGMILL_LIMITS_MAX_EXPORTS_PER_ACCOUNT: String(readers),
  SIGMILL_LIMITS_MAX_EXPORTS_PER_KEY: String(readers)
})
