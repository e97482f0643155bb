import { type ClassName, type Rating, RATINGS, setName } from './reference-set.ts'

/** One thing to look for, for every rating. */
export interface Detection {
  readonly name: string
  /** Behind the publisher's name: `Malicious IP`. */
  readonly subject: string
  /** AQL that is true of an event which holds a value of the sets with that rating. */
  readonly condition: (rating: Rating) => string
  /** What to show of an event besides time, log source, name, addresses and user. */
  readonly columns: readonly string[]
  /** The property whose values become the offense: one offense per value. */
  readonly index: string
}

const inSet = (className: ClassName, rating: Rating, property: string): string =>
  `REFERENCESETCONTAINS('${setName(className, rating)}', ${property})`

const either = (conditions: readonly string[]): string => conditions.join('\n  OR ')

/** A quoted property in lower case: AQL compares letter case, and the sets hold lower case. */
const lower = (property: string): string => `LOWER("${property}")`

/** Without the port that proxies write behind the host of a tunnel: `evil.example:443`. */
const withoutPort = (property: string): string => `REPLACEFIRST(':[0-9]+$', ${lower(property)}, '')`

/** The last so many labels of a host name; anything else, a URL above all, stays as it is and is in no set. */
const lastLabels = (labels: number, property: string): string =>
  `REPLACEFIRST('^[^/]*[.](?=[^./]+([.][^./]+){${labels - 1}}[.]?$)', ${withoutPort(property)}, '')`

/** A set compares whole values, so a subdomain is found by cutting the name down to two, three and four labels. */
const nameForms = (property: string): readonly string[] => [
  withoutPort(property),
  ...[2, 3, 4].map((labels) => lastLabels(labels, property))
]

/**
 * Every detection. DNS logs keep the name that was asked for in the property URL, as IBM's DNS Analyzer expects it:
 * https://www.ibm.com/support/pages/node/712135
 */
export const DETECTIONS: readonly Detection[] = [
  {
    name: 'addresses',
    subject: 'Malicious IP',
    condition: (rating) =>
      either([
        inSet('ip', rating, 'destinationip'),
        inSet('ipv6', rating, 'destinationv6'),
        inSet('attacker_ip', rating, 'sourceip'),
        inSet('attacker_ipv6', rating, 'sourcev6')
      ]),
    columns: ['sourcev6', 'destinationv6', 'destinationport'],
    index: 'Source IP'
  },
  {
    name: 'domains',
    subject: 'Malicious Domain',
    condition: (rating) =>
      either(['URL', 'URL Host'].flatMap(nameForms).map((value) => inSet('domain', rating, value))),
    columns: ['"URL"', '"URL Host"'],
    index: 'Source IP'
  },
  {
    name: 'urls',
    subject: 'Malicious URL',
    condition: (rating) =>
      either([
        inSet('url', rating, lower('URL')),
        inSet('url', rating, `REPLACEFIRST('[?].*$', ${lower('URL')}, '')`),
        inSet('url', rating, lower('URL Host'))
      ]),
    columns: ['"URL"', '"URL Host"'],
    index: 'Source IP'
  },
  {
    name: 'files',
    subject: 'Malicious File',
    condition: (rating) =>
      either([
        inSet('md5', rating, lower('MD5 Hash')),
        inSet('sha1', rating, lower('SHA1 Hash')),
        inSet('sha256', rating, lower('SHA256 Hash'))
      ]),
    columns: ['"MD5 Hash"', '"SHA1 Hash"', '"SHA256 Hash"'],
    index: 'Source IP'
  },
  {
    name: 'senders',
    subject: 'Malicious Sender',
    condition: (rating) => inSet('sender', rating, lower('Sender')),
    columns: ['"Sender"'],
    index: 'Sender'
  }
]

/** A detection with one of its ratings. */
export interface RatedDetection extends Detection {
  readonly rating: Rating
}

/** Every detection with every rating, the highest first. */
export const RATED_DETECTIONS: readonly RatedDetection[] = RATINGS.flatMap((rating) =>
  DETECTIONS.map((detection) => ({ ...detection, rating }))
)
