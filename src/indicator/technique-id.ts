const TECHNIQUE = /^[Tt][0-9]{4}(?:\.[0-9]{3})?$/
/** Tactics, groups, software, mitigations, campaigns, data sources and components, detections, analytics. */
const OTHER_OBJECT = /^(?:TA|G|S|M|C|DS|DC|DET|AN)[0-9]{4}$/i

/** An ATT&CK technique or sub-technique id in upper case; `undefined` when the text has not its form. */
export const readTechniqueId = (text: string): string | undefined =>
  TECHNIQUE.test(text) ? text.toUpperCase() : undefined

/** Whether a text is the id of an ATT&CK object that is no technique: https://attack.mitre.org/resources/ */
export const isOtherAttackId = (text: string): boolean => OTHER_OBJECT.test(text)
