/** How often a rule looks, and how much further back it looks for events that arrive late. ISO 8601 and KQL. */
export const EVERY = { iso: 'PT1H', kql: '1h' }
export const LOOK_BACK = { kql: '4h' }

/** Sentinel republishes indicators every 7 days, and looks back 14 days at most. */
export const INDICATOR_PERIOD = { iso: 'P14D', kql: '14d' }

/**
 * KQL by which each event counts in one run alone: the first after it arrived, if it did so within the look-back. A table
 * without a time of arrival counts by the time of the event.
 * https://learn.microsoft.com/azure/sentinel/ingestion-delay
 */
export const ARRIVED = `where coalesce(ingestion_time(), TimeGenerated) > ago(${EVERY.kql})`
