import type { IndicatorClass } from '../../indicator-class.ts'
import type { Detection } from './detection.ts'
import { CLASS_LABEL, LEVEL_LABEL } from './labels.ts'
import { INDICATOR_PERIOD } from './window.ts'

/** KQL of a table of the indicators of a class that are in force, with the columns that {@link query} names. */
type IndicatorSource = (indicatorClass: IndicatorClass) => string

/**
 * The table that the upload API fills. Of every indicator the last version counts, so that one that was renewed,
 * removed or given another class stands once or not at all.
 */
export const threatIntelligence: IndicatorSource = (indicatorClass) => `ThreatIntelIndicators
| where TimeGenerated > ago(${INDICATOR_PERIOD.kql})
| where Data.labels has "sigmill"
| summarize arg_max(TimeGenerated, *) by Id
| where IsActive and not(IsDeleted) and ValidUntil > now() and set_has_element(Data.labels, "${CLASS_LABEL}${indicatorClass}")
| project Value = ObservableValue, RuleId = extract(@"indicator--([0-9a-f-]{36})", 1, tostring(Data.id)), Title = tostring(Data.name), Level = extract(@"${LEVEL_LABEL}([a-z]+)", 1, tostring(Data.labels)), Confidence, Tlp = tostring(AdditionalFields.TLPLevel), ValidUntil, Why = extract(@'"(https?://[^"]*/why)"', 1, tostring(Data.external_references))`

/** The watchlist of small sets. */
export const watchlist: IndicatorSource = (indicatorClass) => `_GetWatchlist("sigmill")
| where Class == "${indicatorClass}" and todatetime(ValidUntil) > now()
| project Value = tostring(Value), RuleId = tostring(RuleId), Title = tostring(Title), Level = tostring(Level), Confidence = toint(Confidence), Tlp = tostring(Tlp), ValidUntil = todatetime(ValidUntil), Why = tostring(Why)`

/** The query of an analytics rule. No value of an indicator ever stands in it: it joins on the table that holds them. */
export const query = (indicatorClass: IndicatorClass, detection: Detection, source: IndicatorSource): string => {
  const condition = detection.condition === '' ? '' : `\n| where ${detection.condition}`
  return `let Indicators = ${source(indicatorClass)}
| extend Key = ${detection.indicatorKey};
let Events = ${detection.events};
Indicators
| join kind=inner (Events) on Key${condition}
| summarize arg_max(Confidence, *) by ${detection.about.join(', ')}
| extend Severity = case(Level in ("critical", "high"), "High", Level == "medium", "Medium", Level == "low", "Low", "Informational")`
}
