import type { Offer } from '../flag.ts'
import { flagNames, type CompletionWords, type Described, type FlagWords } from './completion-words.ts'
import type { Shell } from './shell.ts'

/** Inside single quotes; `:`, `[` and `]` part a specification. */
const quoted = (text: string): string => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`).replaceAll("'", String.raw`'\''`)

const action = (offer: Offer): string => {
  if (offer === undefined) return ' '
  return offer === 'path' ? '_files' : `(${offer.join(' ')})`
}

const flagSpec = (flag: FlagWords): readonly string[] =>
  flagNames(flag).map((name) => {
    const value = flag.takesValue ? `:value:${action(flag.offer)}` : ''
    return `'${name}[${quoted(flag.summary)}]${value}'`
  })

const commandSpec = ({ word, summary }: Described): string => `'${word}:${quoted(summary)}'`

/** One function per place; a group hands on to the functions of its commands. */
const placeFunction = ({ path, commands, flags, operands }: CompletionWords): readonly string[] => {
  const name = ['_sigmill', ...path].join('_')
  if (commands.length === 0) {
    const specs = [...flags.flatMap(flagSpec), ...(operands === undefined ? [] : [`'*:operand:${action(operands)}'`])]
    return [`${name}() {`, '  _arguments \\', `    ${specs.join(' \\\n    ')}`, '}']
  }
  return [
    `${name}() {`,
    '  local state line',
    `  _arguments -C ${flags.flatMap(flagSpec).join(' ')} '1:command:->command' '*::argument:->argument'`,
    '  case $state in',
    '    command)',
    `      local -a commands=(${commands.map(commandSpec).join(' ')})`,
    "      _describe 'command' commands ;;",
    '    argument)',
    `      (( $+functions[${name}_$line[1]] )) && ${name}_$line[1] ;;`,
    '  esac',
    '}'
  ]
}

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export const zsh: Shell = {
  script: (places) => [
    '#compdef sigmill',
    ...places.flatMap(placeFunction).flatMap((text) => text.split('\n')),
    'if [[ $funcstack[1] == _sigmill ]]; then _sigmill "$@"; else compdef _sigmill sigmill; fi'
  ]
}
