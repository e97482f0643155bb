/** One stanza of a configuration file of Splunk: its name and its settings in order. */
export type Stanza = readonly [name: string, settings: Readonly<Record<string, string | number>>]

/** A line that ends in a backslash goes on in the next one. */
const valueText = (value: string | number): string => String(value).replaceAll('\n', ' \\\n')

/** The text of a configuration file. Values may have several lines. */
export const confFile = (stanzas: readonly Stanza[]): string =>
  stanzas
    .map(([name, settings]) => {
      const lines = Object.entries(settings).map(([key, value]) => `${key} = ${valueText(value)}\n`)
      return `[${name}]\n${lines.join('')}`
    })
    .join('\n')
