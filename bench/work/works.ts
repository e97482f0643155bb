import { ageing } from './ageing.ts'
import { checkpoint } from './checkpoint.ts'
import { compaction } from './compaction.ts'
import { importing } from './importing.ts'
import { recheck } from './recheck.ts'
import type { Work } from './work.ts'

/** All that may go on while a store is served. */
export const WORKS: readonly Work[] = [importing, ageing, recheck, checkpoint, compaction]
