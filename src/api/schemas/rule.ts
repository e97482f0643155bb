/** An example of a rule as exports write it. */
export const RULE_EXAMPLE = `title: 'SOC Defenders IOC - Malicious IP 198.51.100.7'
id: 143664e6-70c5-5a68-b4a6-68e639d6e1ed
status: experimental
level: high
`
