import type { Answer } from '../answer.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import type { PlacedAnswer } from './placed-answer.ts'

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
