/** Traffic Light Protocol 2.0, most open first. https://www.first.org/tlp/ */
export const TLPS = ['clear', 'green', 'amber', 'amber-strict', 'red'] as const

/** A level of the Traffic Light Protocol, spelled as a Sigma tag spells it. */
export type Tlp = (typeof TLPS)[number]

const PREFIX = /^tlp[-:.]*/

/** Reads a level as feeds write it: `TLP:AMBER+STRICT`, `tlp:white` (the name of `clear` in TLP 1.0), `amber-strict`. */
export const parseTlp = (text: string): Tlp | undefined => {
  const level = text.trim().toLowerCase().replace(/[+_ ]/g, '-').replace(PREFIX, '')
  return TLPS.find((tlp) => tlp === (level === 'white' ? 'clear' : level))
}

/** The stricter of two levels; one that is not stated loses. */
export const stricterTlp = (a: Tlp | undefined, b: Tlp | undefined): Tlp | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  return TLPS.indexOf(a) >= TLPS.indexOf(b) ? a : b
}
