import type { Mutation } from './mutation.ts'

/** Faults in how a rule is written. */
export const WRITING: readonly Mutation[] = [
  {
    name: 'an apostrophe is not doubled',
    file: 'src/sigma/quote.ts',
    find: `text.replaceAll("'", "''")`,
    replace: 'text',
    caughtBy: 'reading'
  },
  {
    name: 'dates are not quoted',
    file: 'src/sigma/write-rule.ts',
    find: [
      '    untilDate +',
      '    text(date) +',
      `    (modified === undefined ? "'\\n" : \`'\\nmodified: '\${text(modified)}'\\n\`) +`
    ].join('\n'),
    replace: [
      '    untilDate.slice(0, -1) +',
      '    text(date) +',
      '    (modified === undefined ? "\\n" : `\\nmodified: ${text(modified)}\\n`) +'
    ].join('\n'),
    caughtBy: 'schema'
  },
  {
    name: 'detection values are plain',
    file: 'src/sigma/write-selection.ts',
    find: "text += before + inQuotes(value)\n    before = `'${beforeValue}`\n  }\n  return `${text}'\\n`",
    replace: 'text += before.slice(0, -1) + value\n    before = beforeValue\n  }\n  return `${text}\\n`',
    caughtBy: 'reading'
  },
  {
    name: 'an empty list of references leaves its key',
    file: 'src/sigma/write-rule.ts',
    find: "items.length === 0 ? '' : ",
    replace: '',
    caughtBy: 'schema'
  }
]
