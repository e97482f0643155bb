/**
 * The tables that the shipped pipelines ask, each with some columns that Microsoft documents for it: those that queries
 * name and those that tell a row apart. The list is the project's own, kept by hand after the pages named at each group.
 */
export const KQL_TABLES: Readonly<Record<string, string>> = {
  // ASIM parsers of Microsoft Sentinel: https://learn.microsoft.com/azure/sentinel/normalization-about-parsers,
  // their columns: https://learn.microsoft.com/azure/sentinel/normalization-about-schemas
  _Im_NetworkSession: 'TimeGenerated: datetime, SrcIpAddr: string, DstIpAddr: string, DvcAction: string',
  _Im_Dns: 'TimeGenerated: datetime, SrcIpAddr: string, DnsQuery: string',
  _Im_WebSession: 'TimeGenerated: datetime, SrcIpAddr: string, Url: string',
  _Im_ProcessCreate:
    'TimeGenerated: datetime, DvcHostname: string, TargetProcessMD5: string, TargetProcessSHA1: string, TargetProcessSHA256: string',

  // Log Analytics: https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
  CommonSecurityLog:
    'TimeGenerated: datetime, SourceIP: string, DestinationIP: string, RequestURL: string, DeviceCustomIPv6Address2: string, DeviceCustomIPv6Address3: string',
  ASimDnsActivityLogs: 'TimeGenerated: datetime, DnsQuery: string',
  Event: 'TimeGenerated: datetime, Source: string, EventLog: string, EventID: int, EventData: string',
  SecurityAlert:
    'TimeGenerated: datetime, AlertName: string, Description: string, Techniques: string, SubTechniques: string',

  // Advanced hunting of Defender XDR: https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables
  AlertInfo: 'Timestamp: datetime, AlertId: string, Title: string, AttackTechniques: string',
  DeviceEvents:
    'Timestamp: datetime, DeviceId: string, ActionType: string, RemoteIP: string, RemoteUrl: string, AdditionalFields: string',
  DeviceNetworkEvents:
    'Timestamp: datetime, DeviceId: string, ActionType: string, RemoteIP: string, RemoteUrl: string, AdditionalFields: string',
  DeviceProcessEvents: 'Timestamp: datetime, DeviceId: string, MD5: string, SHA1: string, SHA256: string',
  EmailEvents: 'Timestamp: datetime, SenderFromAddress: string, SenderMailFromAddress: string'
}
