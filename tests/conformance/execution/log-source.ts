/** The log sources that the recipes read, and the fields in which they look. */
export const LOG_SOURCES = {
  network_connection: 'network connections of Windows hosts',
  firewall: 'firewalls',
  dns_query: 'DNS queries of Windows hosts',
  proxy: 'web proxies',
  process_creation: 'process starts on Windows hosts',
  mail: 'mail flow of Microsoft 365',
  antivirus: 'antivirus and other security products',
  sysmon: 'all events of Sysmon'
} as const

/** A log source that a recipe reads. */
export type LogSourceName = keyof typeof LOG_SOURCES

/** An event as Sigma sees it: values by field name. */
export type Fields = Readonly<Record<string, string>>
