import { ruleText } from '../detect/rule-text.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { DOCUMENT_SEPARATOR } from '../sigma/write-rule.ts'

/** The body of an export without rules: sigma-cli reads it, an empty document it would not. */
export const NO_RULES = '# No indicator matches, so there is no rule.\n'

/** Multi-document YAML over pages of indicators: separators between documents, none after the last. */
export async function* ruleDocuments(
  pages: AsyncIterable<readonly Indicator[]>,
  style: RuleStyle
): AsyncGenerator<string> {
  let isFirst = true
  for await (const page of pages) {
    let text = ''
    for (const indicator of page) {
      if (indicator.noRule !== undefined) continue
      text += isFirst ? ruleText(indicator, style) : DOCUMENT_SEPARATOR + ruleText(indicator, style)
      isFirst = false
    }
    if (text !== '') yield text
  }
  if (isFirst) yield NO_RULES
}

export { ruleText }
