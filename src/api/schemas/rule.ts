/** An example of a rule as exports write it. */
export const RULE_EXAMPLE = `title: 'SOC Defenders IOC - Malicious IP 198.51.100.7'
id: 9c5f2e45-045f-58d8-bf0e-425bef301fa4
status: experimental
description: 'Detects a network connection to 198.51.100.7, reported by partner with high confidence, first seen 2026-05-16. Threat type: botnet cc. Malware family: Emotet. Port: 443. Industry: energy.'
references:
  - 'https://socdefenders.ai'
author: 'SOC Defenders'
date: '2026-05-16'
modified: '2026-05-17'
tags:
  - attack.command-and-control
  - tlp.amber
logsource:
  category: network_connection
  product: windows
detection:
  selection:
    DestinationIp: '198.51.100.7'
  condition: selection
falsepositives:
  - 'Unknown'
level: high
`
