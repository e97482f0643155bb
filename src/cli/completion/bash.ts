import { flagNames, type CompletionWords, type FlagWords } from './completion-words.ts'
import type { Shell } from './shell.ts'

const FILES = 'compopt -o default; return'

/** What bash offers behind a flag. */
const valueCase = (path: string, flag: FlagWords): string => {
  const pattern = flagNames(flag)
    .map((name) => `'${path} ${name}'`)
    .join('|')
  if (flag.offer === undefined) return `    ${pattern}) return ;;`
  if (flag.offer === 'path') return `    ${pattern}) ${FILES} ;;`
  return `    ${pattern}) words='${flag.offer.join(' ')}' ;;`
}

/** What bash offers where no flag waits for its value. */
const placeCase = ({ path, commands, flags, operands }: CompletionWords): string => {
  const choices = typeof operands === 'object' ? operands : []
  const words = [...commands.map(({ word }) => word), ...choices, ...flags.flatMap(flagNames)].join(' ')
  const files = operands === 'path' ? ` if [[ $current != -* ]]; then ${FILES}; fi;` : ''
  return `        '${path.join(' ')}')${files} words='${words}' ;;`
}

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
export const bash: Shell = {
  script: (places) => {
    const paths = places.filter(({ path }) => path.length > 0).map(({ path }) => `'${path.join(' ')}'`)
    return [
      '# bash completion for sigmill',
      '_sigmill() {',
      '  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= words= word',
      '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
      '    case "${path:+$path }$word" in',
      `      ${paths.join('|')}) path="\${path:+$path }$word" ;;`,
      '    esac',
      '  done',
      '  case "$path $previous" in',
      ...places.flatMap(({ path, flags }) =>
        flags.filter(({ takesValue }) => takesValue).map((flag) => valueCase(path.join(' '), flag))
      ),
      '    *)',
      '      case "$path" in',
      ...places.map(placeCase),
      '      esac ;;',
      '  esac',
      '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
      '}',
      'complete -F _sigmill sigmill'
    ]
  }
}
