import type { Answer } from './answer.ts'
import type { KeyedRequest, Services } from './operation.ts'

/** An answer that counts as an export of its key and its account. */
export interface PlacedAnswer extends Answer {
  /** How many rules or indicators are in it; left out where it hands out none, or notes them itself as they are sent. */
  readonly handsOut?: number
}

/**
 * Answers in a place of the key, and notes what is handed out. The place is left and the answer closed when it is over,
 * also where it is refused after all. Throws `too_many_exports`.
 */
export const answerInPlace = async (
  { caller, handOut }: Pick<KeyedRequest, 'caller' | 'handOut'>,
  { exportsOfKey }: Pick<Services, 'exportsOfKey'>,
  open: () => Promise<PlacedAnswer>
): Promise<Answer> => {
  const leave = exportsOfKey.take(caller.key)
  let opened: Answer | undefined
  const close = async (): Promise<void> => {
    leave()
    await opened?.close?.()
  }
  try {
    const { handsOut = 0, ...answer } = await open()
    opened = answer
    handOut(handsOut)
    return { ...answer, close }
  } catch (error) {
    await close()
    throw error
  }
}
