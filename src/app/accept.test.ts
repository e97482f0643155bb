import { expect, it } from 'vitest'
import { isRejection } from '../indicator/rejection.ts'
import { createAccept } from './accept.ts'

const threatTypesOf = (said: readonly string[] | undefined): readonly string[] | undefined => {
  const accept = createAccept('Example', 0, 20_000, { threatTypes: ['tor'] })
  const context = said === undefined ? undefined : { threatTypes: said }
  const accepted = accept({ value: '192.0.2.1', kind: 'ipv4', position: 'line 1', ...(context && { context }) })
  return isRejection(accepted) ? undefined : accepted.source.context.threatTypes
}

it('the threat types said of a feed hold for what names none itself', () => {
  expect(threatTypesOf(undefined)).toEqual(['tor'])
  expect(threatTypesOf([])).toEqual(['tor'])
  expect(threatTypesOf(['botnet_cc'])).toEqual(['botnet_cc'])
})
