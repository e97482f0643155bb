import { refang } from '../../../indicator/refang.ts'

/** What stands between brackets in a defanged value. */
const MARK = /[[({] {0,2}(?:dot|at|\.|@|:\/\/|:|\/\/|\/) {0,2}[\])}]/i
const MARK_WITH_BLANKS = /[ \u00a0]{0,2}([[({]) {0,2}(dot|at|\.|@|:\/\/|:|\/\/|\/) {0,2}([\])}])[ \u00a0]{0,2}/gi
const LIVE_LINK = /^https?:\/\//i

/** Whether a word is written so that nobody follows it by accident: `hxxp://`, `[.]`, `(dot)`, `[at]`. */
export const isDefanged = (word: string): boolean =>
  MARK.test(word) || (word.includes('://') && !isLiveLink(word) && isLiveLink(refang(word)))

/** Whether a word begins as a link that can be followed. */
export const isLiveLink = (word: string): boolean => LIVE_LINK.test(word)

/** `example [.] com` as one word, and the brackets of marks as Markdown escapes them: `example\[.\]com`. */
export const withJoinedMarks = (text: string): string =>
  text.replaceAll('\\[', '[').replaceAll('\\]', ']').replace(MARK_WITH_BLANKS, '$1$2$3')
