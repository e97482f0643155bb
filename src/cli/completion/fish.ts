import type { Offer } from '../flag.ts'
import type { CompletionWords, FlagWords } from './completion-words.ts'
import type { Shell } from './shell.ts'

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`

/** Holds where the words before are those of a place, and none of its commands. */
const condition = ({ path, commands }: CompletionWords): string => {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`)
  const inner = commands.map(({ word }) => word).join(' ')
  const unseen = inner === '' ? [] : [`not __fish_seen_subcommand_from ${inner}`]
  return quoted([...seen, ...unseen].join('; and '))
}

const offered = (offer: Offer): string => {
  if (offer === undefined) return ' --no-files'
  return offer === 'path' ? ' --force-files' : ` --no-files --arguments ${quoted(offer.join(' '))}`
}

const flagLine = (where: string, { word, short, summary, takesValue, offer }: FlagWords): string => {
  const letter = short === undefined ? '' : ` --short-option ${short.slice(1)}`
  const value = takesValue ? ` --require-parameter${offered(offer)}` : ''
  return `complete --command sigmill --condition ${where} --long-option ${word.slice(2)}${letter}${value} --description ${quoted(summary)}`
}

const placeLines = (place: CompletionWords): readonly string[] => {
  const where = condition(place)
  const words = place.commands.map(
    ({ word, summary }) =>
      `complete --command sigmill --condition ${where} --arguments ${word} --description ${quoted(summary)}`
  )
  const operands =
    place.operands === undefined ? [] : [`complete --command sigmill --condition ${where}${offered(place.operands)}`]
  return [...words, ...operands, ...place.flags.map((flag) => flagLine(where, flag))]
}

/** https://fishshell.com/docs/current/completions.html */
export const fish: Shell = {
  script: (places) => ['complete --command sigmill --no-files', ...places.flatMap(placeLines)]
}
