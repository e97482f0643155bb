/**
 * Labels by which an uploaded indicator says how it is to be found and how grave it is: STIX has no such properties,
 * and the API keeps labels. Behind each stands a class or a level.
 */
export const CLASS_LABEL = 'sigmill-class:'
export const LEVEL_LABEL = 'sigmill-level:'
