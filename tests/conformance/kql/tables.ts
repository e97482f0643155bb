/**
 * The tables that the shipped pipelines and the bundles for Sentinel ask, each with some columns that Microsoft documents
 * for it: those that queries name and those that tell a row apart. The list is the project's own, kept by hand after the
 * pages named at each group.
 */
export const KQL_TABLES: Readonly<Record<string, string>> = {
  // Log Analytics: https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
  CommonSecurityLog:
    'TimeGenerated: datetime, SourceIP: string, DestinationIP: string, RequestURL: string, DeviceCustomIPv6Address2: string, DeviceCustomIPv6Address3: string',
  ASimDnsActivityLogs: 'TimeGenerated: datetime, DnsQuery: string',
  Event: 'TimeGenerated: datetime, Source: string, EventLog: string, EventID: int, EventData: string',
  SecurityAlert:
    'TimeGenerated: datetime, AlertName: string, Description: string, Techniques: string, SubTechniques: string',
  ThreatIntelIndicators:
    'TimeGenerated: datetime, Id: string, Data: dynamic, AdditionalFields: dynamic, Confidence: int, IsActive: bool, IsDeleted: bool, ObservableKey: string, ObservableValue: string, Pattern: string, Tags: string, ValidFrom: datetime, ValidUntil: datetime',

  // Advanced hunting of Defender XDR: https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables
  AlertInfo: 'Timestamp: datetime, AlertId: string, Title: string, AttackTechniques: string',
  DeviceEvents:
    'Timestamp: datetime, DeviceId: string, ActionType: string, RemoteIP: string, RemoteUrl: string, AdditionalFields: string',
  DeviceNetworkEvents:
    'Timestamp: datetime, DeviceId: string, ActionType: string, RemoteIP: string, RemoteUrl: string, AdditionalFields: string',
  DeviceProcessEvents: 'Timestamp: datetime, DeviceId: string, MD5: string, SHA1: string, SHA256: string',
  // Sentinel's copy of a table has TimeGenerated beside Timestamp.
  EmailEvents:
    'TimeGenerated: datetime, Timestamp: datetime, NetworkMessageId: string, SenderFromAddress: string, SenderMailFromAddress: string, RecipientEmailAddress: string, Subject: string, DeliveryAction: string'
}
