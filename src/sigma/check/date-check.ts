import { ALL_KINDS, type Check } from './check.ts'
import { complain, fieldOf } from './field-faults.ts'
import { isPossibleDay } from './possible-time.ts'
import { quoted } from './quoted.ts'
import { nounOf, type YamlNode } from './yaml-node.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const SLASHED_DAY = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/

const isDay = (match: RegExpExecArray | null): boolean => {
  if (match === null) return false
  const [, year, month, day] = match
  return Number(year) >= 1000 && Number(year) < 4000 && isPossibleDay(Number(year), Number(month), Number(day))
}

/** A check of a field that holds a day. Rules must keep to the JSON schema's form; elsewhere pySigma takes more. */
export const dateCheck = (name: string): Check => ({
  name,
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const node = fieldOf(document, name)
    if (node === undefined || isRightDate(node, document.kind === 'rule')) return
    const found = node.kind === 'scalar' && node.text !== '' ? quoted(node.text) : `it is ${nounOf(node)}, which`
    yield complain(node, name, `${found} is no day of the form YYYY-MM-DD; write it so`)
  }
})

const isRightDate = (node: YamlNode, isStrict: boolean): boolean => {
  if (node.kind !== 'scalar') return false
  if (node.type === 'timestamp') return !isStrict || DAY.test(node.text)
  return node.type !== 'null' && (isDay(DAY.exec(node.text)) || (!isStrict && isDay(SLASHED_DAY.exec(node.text))))
}
