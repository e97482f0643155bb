import { nameKey } from '../../field-text.ts'

/** What a column may say about the values of its row. */
export const CONTEXT_ROLES = [
  'type',
  'confidence',
  'first-seen',
  'last-seen',
  'expires',
  'revoked',
  'for-detection',
  'severity',
  'threat-type',
  'family',
  'actor',
  'tags',
  'technique',
  'link',
  'tlp',
  'industry',
  'port',
  'file-name',
  'role',
  'ignore'
] as const

export type ContextRole = (typeof CONTEXT_ROLES)[number]

/** Usual names of columns as `nameKey` writes them, the most telling first. */
const USUAL_NAMES: Readonly<Record<ContextRole | 'value', readonly string[]>> = {
  value: [
    'iocvalue indicatorvalue indicator ioc observablevalue observable indicatorofcompromise value',
    'indicators iocs observables artifact'
  ],
  type: ['ioctype indicatortype entitytype observabletype attributetype valuetype datatype type kind'],
  confidence: ['confidence confidencelevel confidencescore certainty'],
  'first-seen': [
    'firstseen firstseenutc firstseendate firstobserved dateadded added addeddate created createdat',
    'datecreated createddate discovered reported reportdate published date datetime timestamp',
    'timegenerated time datereported dateobserved observed detected detectiondate detectedat submissiontime',
    'submitted validfrom listingdate publisheddate publicationdate createdtime creationdate eventdate'
  ],
  'last-seen': ['lastseen lastseenutc lastseendate lastobserved lastonline lastactive lastdetected lastreported'],
  expires: [
    'validuntil validto expirationdate expirationdatetime expirationtime expiration expires expiresat expiry expirydate'
  ],
  revoked: ['revoked isrevoked'],
  'for-detection': ['toids action'],
  severity: ['severity'],
  'threat-type': ['threattype threattypes threat threatcategory attacktype classification'],
  family: ['malwarefamily malwarefamilies family malware malwarename malwareprintable signature toolname', 'tool'],
  actor: [
    'actor actors threatactor threatactors actorname threatgroup activitygroup group apt',
    'activitygroupnames aptgroup adversary intrusionset attribution campaign campaignname campaigns'
  ],
  tags: ['tags tag labels label keywords attributetag'],
  technique: [
    'technique techniques techniqueid techniqueids attack attackid attackids mitre mitreattack',
    'attacktechnique mitretechnique attackpattern ttp ttps mitretechniques mitreid mitreattackid mitreattacktechnique'
  ],
  link: [
    'reference references referenceurl referencelink link links permalink report reporturl sourceurl',
    'source blog moreinfo phishdetailurl externalreferences'
  ],
  tlp: ['tlp tlplevel trafficlightprotocol trafficlightprotocollevel marking'],
  industry: [
    'industry industries sector sectors vertical targetindustry targetsector targetedindustries',
    'targetedsectors'
  ],
  port: ['port ports dstport destport destinationport dport c2port remoteport'],
  'file-name': ['filename filenames file droppedfilename originalfilename'],
  role: ['role direction'],
  ignore: [
    'imphash ssdeep tlsh ja3 ja3s ja4 jarm pehash authentihash vhash sha512 sha384 sha224',
    'fingerprint thumbprint uuid id'
  ]
}

const RANKS: ReadonlyMap<string, UsualName> = new Map(
  Object.entries(USUAL_NAMES).flatMap(([role, lines]) =>
    lines
      .flatMap((line) => line.split(' '))
      .map((name, rank) => [name, { role: role as UsualName['role'], rank }] as const)
  )
)

/** What a usual name says about its column, and how telling it is: 0 is the most telling name of its role. */
export interface UsualName {
  readonly role: ContextRole | 'value'
  readonly rank: number
}

/** The meaning of a name in any spelling; `undefined` for one that is not usual. */
export const usualName = (name: string): UsualName | undefined => RANKS.get(nameKey(name))
