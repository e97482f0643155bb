import type { Role } from '../../../indicator/context.ts'
import { parseSector } from '../../../indicator/sector.ts'
import { parseTlp } from '../../../indicator/tlp.ts'
import { parseConfidence } from '../../confidence-text.ts'
import type { Facts } from '../../indicator-item.ts'
import { type JsonObject, listField, textField, textListField } from '../../json/members.ts'
import type { ShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** What a source says, by the names that the API gives the parts of it. */
export const factsOfSource = (source: JsonObject, share: ShareContext): Facts => ({
  confidence: parseConfidence(textField(source, 'confidence')),
  firstSeen: parseTimeText(textField(source, 'first_seen')),
  lastSeen: parseTimeText(textField(source, 'last_seen')),
  validUntil: parseTimeText(textField(source, 'valid_until')),
  context: share({
    role: parseRole(textField(source, 'role')),
    ports: listField(source, 'ports').filter((port) => typeof port === 'number'),
    threatTypes: textListField(source, 'threat_types'),
    malwareFamilies: textListField(source, 'malware_families'),
    actors: textListField(source, 'actors'),
    fileNames: textListField(source, 'file_names'),
    tags: textListField(source, 'tags'),
    techniques: textListField(source, 'mitre_techniques'),
    industries: textListField(source, 'industries').flatMap((name) => parseSector(name) ?? []),
    links: textListField(source, 'references'),
    tlp: parseTlp(textField(source, 'tlp') ?? ''),
    licences: textListField(source, 'licences')
  })
})

const parseRole = (text: string | undefined): Role | undefined =>
  text === 'source' || text === 'destination' ? text : undefined
