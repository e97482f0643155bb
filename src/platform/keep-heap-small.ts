import { setFlagsFromString } from 'node:v8'

/** So much of what lives may be added as garbage before V8 collects all of it: the heap stays at 2.5 times what lives. */
const GROWTH_PERCENT = 150

/**
 * Keeps V8 from letting the heap grow to four times what lives, which it does where much garbage is made and memory is
 * plenty. To be called before much has been made; holds for every thread.
 */
export const keepHeapSmall = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
