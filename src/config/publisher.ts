import { z } from 'zod'
import { publisherNameProblem } from '../sigma/publisher-name-problem.ts'
import { setting } from './description.ts'

const MOST_OF_A_URL = 200

/** No blanks and no quotes, so that it stands in a rule as it is. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?#@!$&()*+,;=%[\]-]+$/

const SLUG = /^[a-z0-9_]{1,64}$/

const name = z
  .string()
  .superRefine((text, context) => {
    const problem = publisherNameProblem(text)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
  .default('SOC Defenders')

const url = z
  .string()
  .max(MOST_OF_A_URL)
  .refine((text) => PLAIN_URL.test(text) && URL.canParse(text))
  .default('https://socdefenders.ai')

/** In whose name rules are written. */
export const PUBLISHER = z.strictObject({
  name: setting(name, {
    about: 'The author of every rule, and the first words of its title',
    must: 'a name of at most 24 characters'
  }),
  url: setting(url, {
    about: 'The first reference of every rule',
    must: 'an http or https URL of at most 200 characters'
  }),
  slug: setting(z.string().regex(SLUG).optional(), {
    about: 'Stands in the name of a downloaded file',
    must: '1 to 64 lower-case letters, digits and underscores',
    initially: 'the name in lower case with underscores'
  })
})

/** `soc_defenders` for `SOC Defenders`. */
export const slugOf = (publisherName: string): string => {
  const words = publisherName.toLowerCase().match(/[a-z0-9]+/g)
  return words === null ? 'sigmill' : words.join('_')
}
