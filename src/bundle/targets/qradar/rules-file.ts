import type { Publisher } from '../../../sigma/publisher.ts'
import { RATED_DETECTIONS, type RatedDetection } from './detection.ts'
import type { Rating } from './reference-set.ts'

/** QRadar's severity, 0 to 10. */
const SEVERITY: Readonly<Record<Rating, number>> = { high: 8, medium: 5, low: 3 }

const ruleSection = ({ rating, subject, condition, index }: RatedDetection, publisher: Publisher): string =>
  `## ${publisher.name} IOC - ${subject} (${rating})

- Test: **when the event matches this AQL filter query**, with this text

  \`\`\`text
  ${condition(rating).replaceAll('\n', '\n  ')}
  \`\`\`

- Rule Action: Severity *set to* ${SEVERITY[rating]}; **Ensure the detected event is part of an offense**, *index offense
  based on* ${index}
- Rule Limiter: respond no more than 1 per 12 hours per ${index}
`

/** What is to be created by hand, once. */
export const rulesFile = (publisher: Publisher): string => `# Rules to create once

QRadar has no interface that creates custom rules, so they are made by hand. They name the reference sets and never change
with the indicators. Begin with the five rules of the rating *high*: every event is tested against every enabled rule.

1. **Offenses** > **Rules** > **Actions** > **New Event Rule**; **Next** until the Rule Test Stack Editor.
2. Put **and when the event(s) were detected by one or more of these log source types** first, with the types that fill the
   properties (firewalls and proxies for addresses and URLs, DNS servers for domains, endpoint sensors for files, mail
   gateways for senders): a test of many sets should see few events.
3. Add the test **when the event matches this AQL filter query** and paste the text of the rule below.
4. Give the rule its name, leave it **Local**, and choose a group; **Next**.
5. Set action and limiter as below; **Next**, **Finish**, and enable it.

Where only one property is asked, the test **when any of these event properties are contained in any of these reference
set(s)** is cheaper than AQL: Destination IP in \`sigmill_ip_high\`, Source IP in \`sigmill_attacker_ip_high\`, *SHA256 Hash*
in \`sigmill_sha256_high\`, *Sender* in \`sigmill_sender_high\`. For domains and URLs it finds whole values only, no subdomains.

${RATED_DETECTIONS.map((detection) => ruleSection(detection, publisher)).join('\n')}`
