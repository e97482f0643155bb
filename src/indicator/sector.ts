/** CISA's critical-infrastructure sectors, by the slug that the API uses. */
export const SECTORS = [
  'chemical',
  'commercial-facilities',
  'communications',
  'critical-manufacturing',
  'dams',
  'defense-industrial-base',
  'emergency-services',
  'energy',
  'financial-services',
  'food-and-agriculture',
  'government-facilities',
  'healthcare',
  'information-technology',
  'nuclear',
  'transportation-systems',
  'water-and-wastewater'
] as const

/** The slug of a sector. */
export type Sector = (typeof SECTORS)[number]

/** CISA's names of sectors and the shorter ones in use, slugged, that are not the slug themselves. */
const ALIASES: ReadonlyMap<string, Sector> = new Map<string, Sector>([
  ['finance', 'financial-services'],
  ['technology', 'information-technology'],
  ['healthcare-and-public-health', 'healthcare'],
  ['government', 'government-facilities'],
  ['government-services-and-facilities', 'government-facilities'],
  ['nuclear-reactors-materials-and-waste', 'nuclear'],
  ['transportation', 'transportation-systems'],
  ['water', 'water-and-wastewater'],
  ['water-and-wastewater-systems', 'water-and-wastewater']
])

/** Reads a sector by its slug, an alias, or CISA's long name (`Water and Wastewater Systems Sector`), in any case. */
export const parseSector = (text: string): Sector | undefined => {
  const words = text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
  const slug = words.filter((word) => word !== '' && word !== 'sector').join('-')
  return SECTORS.find((sector) => sector === slug) ?? ALIASES.get(slug)
}
