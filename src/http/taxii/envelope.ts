import type { TaxiiPage } from '../../app/taxii/taxii.ts'

const PER_CHUNK = 250

/**
 * The envelope of a page, its versions in a list of that name: `{"more":true,"next":"…","objects":[…]}`. They are
 * written at the pace of the client. A page of nothing is an empty object: TAXII 2.1 section 3.7.
 */
export async function* envelope(
  { versions, next }: TaxiiPage,
  list: string,
  shown: (version: TaxiiPage['versions'][number]) => unknown
): AsyncGenerator<string> {
  if (versions.length === 0) {
    yield '{}\n'
    return
  }
  const more = next === undefined ? '"more":false' : `"more":true,"next":${JSON.stringify(next)}`
  yield `{${more},"${list}":[\n`
  for (let start = 0; start < versions.length; start += PER_CHUNK) {
    const chunk = versions.slice(start, start + PER_CHUNK).map((version) => JSON.stringify(shown(version)))
    yield (start === 0 ? '' : ',\n') + chunk.join(',\n')
  }
  yield '\n]}\n'
}
