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
    find: '`date: ${quote(rule.date)}\\n`',
    replace: '`date: ${rule.date}\\n`',
    caughtBy: 'schema'
  },
  {
    name: 'detection values are plain',
    file: 'src/sigma/write-selection.ts',
    find: 'text += before + quote(value)',
    replace: 'text += before + value',
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
