/** A setting as it was read, with the line on which it begins. */
export interface ReadSetting {
  readonly line: number
  readonly value: string
}

/** What a configuration file says, by stanza and setting, and the lines that are none of a configuration file. */
export interface ReadConf {
  readonly stanzas: ReadonlyMap<string, ReadonlyMap<string, ReadSetting>>
  /** From 1. */
  readonly badLines: readonly number[]
}

const STANZA = /^\[([^\]]*)\]$/
const SETTING = /^([\w.-]+)\s*=\s*(.*)$/s

interface LogicalLine {
  /** Of its beginning, from 1. */
  readonly line: number
  readonly text: string
}

/** Lines with those that go on put together. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let begun: LogicalLine | undefined
  for (const [index, part] of text.split('\n').entries()) {
    const whole: LogicalLine =
      begun === undefined ? { line: index + 1, text: part } : { line: begun.line, text: `${begun.text}\n${part}` }
    const goesOn = part.endsWith('\\')
    begun = goesOn ? { line: whole.line, text: whole.text.slice(0, -1) } : undefined
    if (!goesOn) yield whole
  }
  if (begun !== undefined) yield begun
}

/** Reads a configuration file of Splunk. */
export const readConf = (text: string): ReadConf => {
  const stanzas = new Map<string, Map<string, ReadSetting>>()
  const badLines: number[] = []
  let settings: Map<string, ReadSetting> | undefined
  for (const { line, text: logical } of logicalLines(text)) {
    if (logical === '' || logical.startsWith('#')) continue
    const [, name] = STANZA.exec(logical) ?? []
    const [, key, value] = SETTING.exec(logical) ?? []
    if (name !== undefined) {
      settings = stanzas.get(name) ?? new Map()
      stanzas.set(name, settings)
    } else if (settings === undefined || key === undefined || value === undefined) badLines.push(line)
    else settings.set(key, { line, value })
  }
  return { stanzas, badLines }
}
