import type { CheckReport } from '../app/check-files.ts'
import { terminalText } from '../problem/printable.ts'
import { type Finding, SEVERITIES } from '../sigma/check/finding.ts'
import { counted } from './counted.ts'
import { formatCount } from './text-table.ts'

/** A finding as a line for people: `rules.yml:12:3: document 2: high: detection.selection: … [dangling-detection]`. */
export const findingText = ({ file, line, column, document, severity, field, reason, check }: Finding): string => {
  const place = field === '' ? '' : `${field}: `
  return `${terminalText(`${file}:${line}:${column}: document ${document}: ${severity}: ${place}${reason} [${check}]`)}\n`
}

/** A finding as a line for programs. */
export const findingJson = (finding: Finding): string => `${terminalText(JSON.stringify(finding))}\n`

/** What a check came to, and which inputs it could not read. */
export const checkText = ({ files, documents, findings, unreadable }: CheckReport): readonly string[] => [
  ...unreadable.map(({ problem }) => `sigmill: ${problem.message}`),
  `${counted(documents, 'document')} in ${counted(files, 'file')}: ` +
    SEVERITIES.map((severity) => `${formatCount(findings[severity])} ${severity}`).join(', ')
]
