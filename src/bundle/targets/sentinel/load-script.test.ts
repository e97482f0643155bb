import { describe, expect, it } from 'vitest'
import { type Answering, CAN_LOAD, load, startSiem } from '../../../../tests/support/loading.ts'
import { writtenBundle } from '../../../../tests/support/written-bundle.ts'
import { sentinel } from './sentinel.ts'

const UPLOAD = 'POST /workspaces/ws/threat-intelligence-stix-objects:upload'

const whole = await writtenBundle(sentinel, { rows: [{ kind: 'ipv4', value: '192.0.2.1' }] })

const accepting: Answering = () => [200, '']

const loadInto = async (answer: Answering, files: ReadonlyMap<string, string>) => {
  const { url, sent } = await startSiem(answer)
  return { ...(await load(files, { SENTINEL_API: url, WORKSPACE_ID: 'ws', TOKEN: 'secret' })), sent }
}

describe.runIf(CAN_LOAD)('load.sh for Sentinel', () => {
  it('uploads the objects', async () => {
    const { code, stdout, stderr, sent } = await loadInto(accepting, whole)
    expect([code, stdout, stderr]).toEqual([0, 'loaded indicators/0001.json\n', ''])
    expect(sent.map(({ request, authorization }) => [request, authorization])).toEqual([[UPLOAD, 'Bearer secret']])
    expect(sent[0]?.query.get('api-version')).toBe('2024-02-01-preview')
    expect(sent[0]?.body).toBe(whole.get('indicators/0001.json'))
  })

  it('sends no file of an older bundle in the same folder', async () => {
    const { sent } = await loadInto(accepting, new Map([...whole, ['indicators/0002.json', '{}']]))
    expect(sent).toHaveLength(1)
  })

  it('stops at a file that is missing', async () => {
    const { code, stderr, sent } = await loadInto(
      accepting,
      new Map([...whole].filter(([path]) => !path.startsWith('indicators/')))
    )
    expect(code).toBe(1)
    expect(stderr).toContain('indicators/0001.json is missing')
    expect(sent).toEqual([])
  })

  it('stops at an object that is refused, and prints the answer', async () => {
    const refusal = '{"errors":[{"recordIndex":0,"errorMessages":["pattern"]}]}'
    const { code, stderr } = await loadInto(() => [200, refusal], whole)
    expect([code, stderr]).toEqual([1, `indicators/0001.json: ${refusal}\n`])
  })

  it('stops at a request that is refused', async () => {
    const { code, stdout, stderr } = await loadInto(() => [401, ''], whole)
    expect(code).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('401')
  })

  it('says what is not set', async () => {
    const { code, stderr } = await load(whole, {})
    expect(code).not.toBe(0)
    expect(stderr).toContain('WORKSPACE_ID')
  })
})
