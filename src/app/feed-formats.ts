import { FORMATS } from '../feeds/formats.ts'

/** The formats that feeds can be read in: the name for `--format`, and the title for people. */
export const FEED_FORMATS: readonly { readonly name: string; readonly title: string }[] = FORMATS
