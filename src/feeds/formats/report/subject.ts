/** What stands under a heading: values of networks to look for, files and what they do, or what is there for another reason. */
export type Subject = 'indicators' | 'files' | 'other'

/** Network values under a heading with one of these are named for another reason, whatever else it says. */
const OTHER = words(
  'about acknowledgements acknowledgments author authors benign clean contact credit credits detection detections',
  'further legitimate link links mitigation mitigations packages queries query reading recommendation',
  'recommendations reference references related rule rules sigma snort source sources suricata version versions yara'
)

/** What is looked for in network, mail and web logs. */
const INDICATORS = words(
  'address addresses c2 c2s cnc compromise control domain domains email emails fqdn host hostname hostnames hosts',
  'indicator indicators infrastructure ioc iocs ip ips ipv4 ipv6 malicious network observable observables phishing',
  'sender senders server servers site sites traffic uri uris url urls webpages website websites'
)

/** Hashes stand here, which count anywhere, and names of files and commands that only look like hosts. */
const FILES = words(
  'command commands component cve cves description file filename filenames files hash hashes imports md5 package path',
  'paths registry sample samples sha1 sha256 tactic tactics technique techniques timeline tool tools'
)

/** What a heading, a caption or the name of a column says about the values below it; `undefined` where it says nothing. */
export const subjectOf = (text: string): Subject | undefined => {
  const said = wordsOfHeading(text)
  if (said.some((word) => OTHER.has(word))) return 'other'
  if (said.some((word) => INDICATORS.has(word))) return 'indicators'
  return said.some((word) => FILES.has(word)) ? 'files' : undefined
}

/** Digests of something else than a file: never to be looked for among the hashes of files. */
const OTHER_DIGESTS = words(
  'authentihash certificate certificates commit commits imphash imphashes ja3 ja3s jarm serial thumbprint thumbprints'
)

/** Whether a heading, column or label names digests that are no hashes of files. */
export const namesOtherDigests = (text: string): boolean => wordsOfHeading(text).some((word) => OTHER_DIGESTS.has(word))

const TECHNIQUES = words('att attack mitre technique techniques ttp ttps')

/** Whether a heading or column names techniques of ATT&CK. */
export const namesTechniques = (text: string): boolean => wordsOfHeading(text).some((word) => TECHNIQUES.has(word))

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

/** `C&C`, `SHA-1` and `e-mail` are one word each. */
const wordsOfHeading = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('c&c', 'c2')
    .replaceAll('sha-', 'sha')
    .replaceAll('e-mail', 'email')
    .split(/[^\p{L}\p{N}]+/u)
