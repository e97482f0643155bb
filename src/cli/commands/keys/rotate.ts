import { DEFAULT_OVERLAP_HOURS, MOST_OVERLAP_HOURS } from '../../../api/bodies/bounds.ts'
import { parseDuration } from '../../../app/feeds/duration.ts'
import { invalidParameter } from '../../../app/invalid-parameter.ts'
import { defineCommand } from '../../command.ts'
import { switchFlag, valueFlag } from '../../flag.ts'
import { KEY_OPERAND } from '../../key-operand.ts'
import { keyJson, shownKey } from '../../key-text.ts'
import { print, printJson, say } from '../../print.ts'
import { withKeys } from '../../with-keys.ts'

const SECONDS_PER_HOUR = 3_600

const parseOverlap = (text: string, name: string): number => {
  const seconds = text === '0' ? 0 : parseDuration(text)
  if (seconds !== undefined && seconds <= MOST_OVERLAP_HOURS * SECONDS_PER_HOUR) return seconds
  throw invalidParameter(name, text, {
    reason: `it is no time of at most ${MOST_OVERLAP_HOURS} hours`,
    allowed: ['0', '1h', '7d']
  })
}

/** Gives an API key another secret. */
export const rotate = defineCommand({
  name: 'rotate',
  summary: 'give an API key another secret and show it this once',
  description:
    'Gives an API key another secret and prints it on standard output, this once. The key keeps its id and everything ' +
    'it may; the secret of before holds until the overlap is over, so that nobody is locked out meanwhile.',
  operand: { ...KEY_OPERAND, several: false },
  settings: ['db'],
  flags: {
    overlap: valueFlag(
      'TIME',
      {
        summary: `how long the secret of before still holds, such as 1h or 7d; 0 ends it at once (default: ${DEFAULT_OVERLAP_HOURS}h)`
      },
      parseOverlap
    ),
    json: switchFlag('print JSON')
  },
  examples: [
    ['keys rotate sk_live_zIc8', 'change a key without a pause'],
    ['keys rotate sk_live_zIc8 --overlap 0', 'change a key that may have leaked']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    const [id = ''] = operands
    const { text, key } = await withKeys(world, settings, { create: false }, async (keys, by) =>
      keys.rotate(id, flags.overlap ?? DEFAULT_OVERLAP_HOURS * SECONDS_PER_HOUR, by)
    )
    const shown = shownKey(key, settings.keys.prefix, world.clock.now())
    if (flags.json === true) await printJson(world, { key: text, ...keyJson(shown) })
    else await print(world, [text])
    if (world.isTerminal) {
      const { previous } = shown
      const until = previous === undefined ? 'is over' : `holds until ${previous.until}`
      say(world, [`Keep it now: it is not shown again. The secret of before ${until}.`])
    }
    return 0
  }
})
