import { ruleText } from '../detect/rule-text.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { yamlDocuments } from './yaml-documents.ts'

/** The rules of pages of indicators, in blocks of bytes. */
export const ruleDocuments = (
  pages: AsyncIterable<readonly Indicator[]>,
  style: RuleStyle
): AsyncGenerator<Uint8Array> =>
  yamlDocuments(pages, (indicator) => (indicator.noRule === undefined ? ruleText(indicator, style) : undefined))
