/** The operating system's code of a failure (`ENOENT`); `undefined` for anything that did not come from it. */
export const errnoOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined
}
