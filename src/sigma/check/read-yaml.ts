import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml'
import { composeYaml, type YamlDocument } from './compose-yaml.ts'
import { expected } from './expected.ts'
import { refuseStraySpace, refuseUnprintable } from './stray-space.ts'
import { YamlFault } from './yaml-fault.ts'

const NOTHING: YamlDocument = { root: undefined, repeated: [] }

/** Reads a text with one YAML document into nodes that know their place, with the values that PyYAML's `SafeLoader` gives. */
export const readYaml = (text: string): YamlDocument | YamlFault => {
  try {
    refuseUnprintable(text)
    const events = parseEvents(text, {})
    refuseStraySpace(text, events)
    const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length
    if (documents === 0) return NOTHING
    if (documents === 1) return composeYaml(text, events)
    return new YamlFault(0, 'it holds several documents on what counts as one line; end lines with a line feed')
  } catch (error) {
    if (error instanceof YamlFault) return error
    const { mark, reason } = expected(error, YAMLException)
    return new YamlFault(Number(mark?.position), reason)
  }
}
