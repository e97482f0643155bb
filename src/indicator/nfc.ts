import { nfc } from '@adraffy/ens-normalize'
import { codePointsOf } from './code-points.ts'

/** Unicode Normalization Form C by pinned tables, so that an identity never depends on the runtime's. */
export const toNfc = (text: string): string => String.fromCodePoint(...nfc(codePointsOf(text)))
