/** A function that gives a table, as KQL declares one. */
interface KqlFunction {
  readonly parameters: string
  readonly columns: string
}

/** The time parameter of the ASIM parsers; they have more, which no query here uses. */
const SINCE = 'starttime: datetime = datetime(null)'

/**
 * The functions of a Sentinel workspace that the shipped pipelines and the bundles ask, each with some columns that
 * Microsoft documents for it. The list is the project's own, kept by hand after the pages named at each group.
 */
export const KQL_FUNCTIONS: Readonly<Record<string, KqlFunction>> = {
  // ASIM parsers of Microsoft Sentinel: https://learn.microsoft.com/azure/sentinel/normalization-about-parsers,
  // their columns: https://learn.microsoft.com/azure/sentinel/normalization-about-schemas
  _Im_NetworkSession: {
    parameters: SINCE,
    columns:
      'TimeGenerated: datetime, SrcIpAddr: string, SrcHostname: string, DstIpAddr: string, DstHostname: string, DstPortNumber: int, DvcAction: string'
  },
  _Im_Dns: {
    parameters: SINCE,
    columns: 'TimeGenerated: datetime, SrcIpAddr: string, SrcHostname: string, DnsQuery: string'
  },
  _Im_WebSession: {
    parameters: SINCE,
    columns:
      'TimeGenerated: datetime, SrcIpAddr: string, SrcHostname: string, SrcUsername: string, Url: string, DvcAction: string'
  },
  _Im_ProcessCreate: {
    parameters: SINCE,
    columns:
      'TimeGenerated: datetime, DvcHostname: string, TargetUsername: string, TargetProcessName: string, TargetProcessMD5: string, TargetProcessSHA1: string, TargetProcessSHA256: string'
  },

  // https://learn.microsoft.com/azure/sentinel/watchlists-queries: the columns of a watchlist are those of its file.
  _GetWatchlist: {
    parameters: 'watchlistAlias: string',
    columns:
      'SearchKey: dynamic, Value: dynamic, Class: dynamic, RuleId: dynamic, Title: dynamic, Level: dynamic, Confidence: dynamic, Tlp: dynamic, ValidUntil: dynamic, Why: dynamic'
  }
}
