import { addressForms } from '../../../detect/address-forms.ts'
import { isBareHost, urlForms } from '../../../detect/url-forms.ts'
import type { Indicator } from '../../../indicator/indicator.ts'

/**
 * What stands in a reference set for an indicator: every spelling that a property may hold, for sets compare whole
 * values. In lower case, as the sets that ignore letter case keep theirs.
 */
export const elementsOf = ({ kind, value }: Pick<Indicator, 'kind' | 'value'>): readonly string[] => {
  if (kind === 'ipv6') return addressForms(value)
  if (kind === 'domain') return [value, `${value}.`]
  return kind === 'url' ? urlElements(value) : [value]
}

/** A URL that names nothing but a host also stands as that host, which is all that a log of an encrypted request shows. */
const urlElements = (url: string): readonly string[] => {
  const whole = [`http://${url}`, `https://${url}`, url]
  const elements = isBareHost(url) ? [...whole, ...urlForms(url).bare] : whole
  return elements.map((element) => element.toLowerCase())
}
