import { type JsonObject, recordListField, textField } from '../../json/members.ts'

/** The id that an ATT&CK matrix gives an object: `T1059.001`. Sources are `mitre-attack`, `mitre-ics-attack` and so on. */
export const attackIdOf = (object: JsonObject): string | undefined =>
  externalIds(object, (source) => source.startsWith('mitre-'))[0]

/** The CVE ids that an object refers to. */
export const cveIdsOf = (object: JsonObject): readonly string[] => externalIds(object, (source) => source === 'cve')

/** The links to pages about an object. */
export const linksOf = (object: JsonObject): readonly string[] =>
  recordListField(object, 'external_references').flatMap((reference) => textField(reference, 'url') ?? [])

const externalIds = (object: JsonObject, isOurs: (source: string) => boolean): readonly string[] =>
  recordListField(object, 'external_references')
    .filter((reference) => isOurs(textField(reference, 'source_name')?.toLowerCase() ?? ''))
    .flatMap((reference) => textField(reference, 'external_id') ?? [])
