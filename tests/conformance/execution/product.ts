/**
 * Where a log form is seen, and the device type under which QRadar files it (IBM's AQL backend pins rules to some of
 * them). Products without a parser of their own come in as universal LEEF.
 */
export const PRODUCTS = {
  sysmon: { name: 'Sysmon', deviceType: 12 },
  windowsDnsClient: { name: 'Windows DNS client log', deviceType: 12 },
  defenderXdr: { name: 'Defender XDR', deviceType: 515 },
  defenderAntivirus: { name: 'Defender Antivirus', deviceType: 12 },
  crowdstrike: { name: 'CrowdStrike Falcon', deviceType: 212 },
  paloAlto: { name: 'Palo Alto firewall', deviceType: 206 },
  fortigate: { name: 'FortiGate', deviceType: 73 },
  iptables: { name: 'Linux netfilter', deviceType: 14 },
  awsLoadBalancer: { name: 'AWS load balancer', deviceType: 460 },
  umbrella: { name: 'Cisco Umbrella', deviceType: 431 },
  route53: { name: 'AWS Route 53 resolver', deviceType: 507 },
  microsoftDns: { name: 'Microsoft DNS debug log', deviceType: 384 },
  zeek: { name: 'Zeek', deviceType: 212 },
  squid: { name: 'Squid', deviceType: 46 },
  ciscoSwa: { name: 'Cisco Secure Web Appliance', deviceType: 179 },
  blueCoat: { name: 'Blue Coat ProxySG', deviceType: 103 },
  zscaler: { name: 'Zscaler', deviceType: 331 },
  syslogProxy: { name: 'proxies over short syslog', deviceType: 212 },
  messageTrace: { name: 'Exchange Online message trace', deviceType: 452 },
  office365: { name: 'Office 365 audit', deviceType: 397 },
  exchange: { name: 'Exchange Server', deviceType: 99 },
  symantec: { name: 'Symantec Endpoint Protection', deviceType: 87 },
  kaspersky: { name: 'Kaspersky', deviceType: 288 },
  trendMicro: { name: 'Trend Micro', deviceType: 457 },
  anyAntivirus: { name: 'antivirus products', deviceType: 212 }
} as const

/** A key of {@link PRODUCTS}. */
export type Product = keyof typeof PRODUCTS
