import { describe, expect, test } from 'vitest'
import type { Answer } from '../answer.ts'
import type { PlacedAnswer } from '../answers/placed-answer.ts'
import { keepAnswers, type KeptAnswers, type NamedAnswer, type WantedAnswer } from './kept-answers.ts'

const MEBIBYTE = 2 ** 20

/** A source of answers of the same name, which notes what is done with it. */
class Source {
  opened = 0
  closed = 0
  made = 0
  ended = 0
  readonly #pieces: readonly string[]

  constructor(...pieces: readonly string[]) {
    this.#pieces = pieces
  }

  async *#body(): AsyncGenerator<string> {
    try {
      for (const piece of this.#pieces) {
        this.made += 1
        if (piece === 'fails') throw new Error('the source fails')
        yield piece
      }
    } finally {
      this.ended += 1
    }
  }

  wanted(parts: Partial<WantedAnswer> = {}): WantedAnswer {
    const asked = { name: 'a', revision: 1, isHead: false, isGone: () => false, takePlace: () => () => {}, ...parts }
    const open = async (): Promise<NamedAnswer> => {
      this.opened += 1
      const close = async (): Promise<void> => {
        this.closed += 1
      }
      return { name: asked.name, revision: 1, status: 200, headers: { 'X-Of': 'a' }, body: this.#body(), close }
    }
    return { open, ...asked }
  }
}

const readerOf = ({ body }: Answer): AsyncIterator<unknown> => {
  if (typeof body !== 'object' || !(Symbol.asyncIterator in body)) throw new Error('no stream')
  return body[Symbol.asyncIterator]()
}

const readAll = async (answer: PlacedAnswer): Promise<string> => {
  let text = ''
  try {
    if (typeof answer.body !== 'object') return answer.body ?? ''
    for await (const piece of answer.body) text += Buffer.from(piece).toString()
    return text
  } finally {
    await answer.close?.()
  }
}

describe('an answer that was given', () => {
  test('is given again without being opened', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two')
    expect(await readAll(await kept.answer(source.wanted()))).toBe('one two')
    const again = await kept.answer(source.wanted())
    expect([again.status, again.headers, await readAll(again)]).toEqual([200, { 'X-Of': 'a' }, 'one two'])
    expect(source).toMatchObject({ opened: 1, closed: 1, made: 2 })
  })

  test('goes with its revision of the store', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one')
    await readAll(await kept.answer(source.wanted()))
    expect(kept.bytes).toBeGreaterThan(0)
    await kept.answer({ ...source.wanted({ name: 'b', revision: 2 }), isHead: true })
    expect(kept.bytes).toBe(0)
  })

  test('takes up nothing any more that nobody can ask for, though it is still read', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one', 'two', 'three')
    const answer = await kept.answer(source.wanted())
    const reader = readerOf(answer)
    await reader.next()
    await kept.answer(new Source().wanted({ name: 'b', revision: 2, isHead: true }))
    const taken: number[] = []
    while ((await reader.next()).done !== true) taken.push(kept.bytes)
    expect(taken).toEqual([0, 0])
    await answer.close?.()
    expect(source).toMatchObject({ opened: 1, closed: 1, made: 3 })
  })

  test('is kept for nobody where it came out under another name', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one')
    const { open } = source.wanted({ name: 'newer' })
    expect(await readAll(await kept.answer({ ...source.wanted(), open }))).toBe('one')
    await readAll(await kept.answer(source.wanted()))
    expect(source.opened).toBe(2)
  })

  test('is opened, but not made, for its head alone', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one')
    const head = await kept.answer(source.wanted({ isHead: true }))
    await head.close?.()
    expect([head.headers, source]).toMatchObject([{ 'X-Of': 'a' }, { opened: 1, closed: 1, made: 0 }])
    await readAll(await kept.answer(source.wanted()))
    expect((await kept.answer(source.wanted({ isHead: true }))).headers).toEqual(head.headers)
    expect(source.opened).toBe(2)
  })

  test('takes a place, or is refused', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one')
    await readAll(await kept.answer(source.wanted()))
    let taken = 0
    const takePlace = () => {
      taken += 1
      return () => {
        taken -= 1
      }
    }
    const answer = await kept.answer(source.wanted({ takePlace }))
    expect(taken).toBe(1)
    await readAll(answer)
    expect(taken).toBe(0)
    const full = (): never => {
      throw new Error('no place')
    }
    await expect(kept.answer(source.wanted({ takePlace: full }))).rejects.toThrow('no place')
  })
})

describe('several who ask for one answer at once', () => {
  test('have it made once', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two ', 'three')
    const answers = await Promise.all([1, 2, 3].map(() => kept.answer(source.wanted())))
    expect(await Promise.all(answers.map(readAll))).toEqual(Array.from({ length: 3 }, () => 'one two three'))
    expect(source).toMatchObject({ opened: 1, closed: 1, made: 3 })
  })

  test('do not wait for one who does not read', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two')
    const slow = await kept.answer(source.wanted())
    expect(await readAll(await kept.answer(source.wanted()))).toBe('one two')
    expect(source).toMatchObject({ ended: 1, closed: 0 })
    expect(await readAll(slow)).toBe('one two')
    expect(source).toMatchObject({ opened: 1, closed: 1 })
  })

  test('get it although the one who began has gone', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two ', 'three')
    const first = await kept.answer(source.wanted())
    const reader = readerOf(first)
    await reader.next()
    const second = kept.answer(source.wanted())
    await reader.next()
    await first.close?.()
    expect(await readAll(await second)).toBe('one two three')
    expect(source).toMatchObject({ opened: 1, closed: 1 })
  })

  test('have it made no further once all of them have gone', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two ', 'three ', 'four')
    const first = await kept.answer(source.wanted())
    const reader = readerOf(first)
    await reader.next()
    const second = kept.answer(source.wanted({ isGone: () => source.made > 2 }))
    await reader.next()
    await first.close?.()
    const answer = await second
    expect([await readAll(answer), answer.handsOut]).toEqual(['', 0])
    expect(source).toMatchObject({ opened: 1, closed: 1, made: 3, ended: 1 })
    expect(kept.bytes).toBe(0)
  })

  test('each have their own where the one under way fails', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const failing = new Source('one ', 'fails')
    const source = new Source('one ', 'two')
    const first = await kept.answer(failing.wanted())
    const second = kept.answer(source.wanted())
    await expect(readAll(first)).rejects.toThrow('the source fails')
    expect(await readAll(await second)).toBe('one two')
    expect([failing.closed, source.closed]).toEqual([1, 1])
  })

  test('each are told why where it cannot be opened', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const open = async (): Promise<never> => {
      throw new Error('cannot be opened')
    }
    const asked = [1, 2].map(() => kept.answer({ ...new Source().wanted(), open }))
    for (const answer of asked) await expect(answer).rejects.toThrow('cannot be opened')
    expect(kept.bytes).toBe(0)
  })
})

describe('an answer that nobody wants any more', () => {
  test('is made no further', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source('one ', 'two ', 'three')
    const answer = await kept.answer(source.wanted())
    await readerOf(answer).next()
    await answer.close?.()
    expect(source).toMatchObject({ made: 1, ended: 1, closed: 1 })
    expect(kept.bytes).toBe(0)
  })
})

describe('an answer that outgrows its share', () => {
  const LARGE = 'x'.repeat(MEBIBYTE / 4)
  const PIECES = [LARGE, LARGE, LARGE, LARGE]

  test('is written to its end, and not kept', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source(...PIECES)
    expect((await readAll(await kept.answer(source.wanted()))).length).toBe(MEBIBYTE)
    expect(kept.bytes).toBe(0)
    await readAll(await kept.answer(source.wanted()))
    expect(source).toMatchObject({ opened: 2, closed: 2 })
  })

  test('is made anew for who joined it, and goes on for who began', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source(...PIECES)
    const first = await kept.answer(source.wanted())
    const second = await kept.answer(source.wanted())
    expect([await readAll(second), await readAll(first)].map(({ length }) => length)).toEqual([MEBIBYTE, MEBIBYTE])
    expect(source).toMatchObject({ opened: 2, closed: 2, ended: 2 })
    expect(kept.bytes).toBe(0)
  })

  test('is waited for by nobody who comes later', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source(...PIECES)
    await readAll(await kept.answer(source.wanted()))
    const made = source.made
    const others = await Promise.all([1, 2].map(() => kept.answer(source.wanted())))
    expect(source).toMatchObject({ opened: 3, made })
    for (const other of others) expect((await readAll(other)).length).toBe(MEBIBYTE)
  })

  test('is made no further where all have gone', async () => {
    const kept = keepAnswers(MEBIBYTE)
    const source = new Source(...PIECES)
    const first = await kept.answer(source.wanted())
    const second = kept.answer(source.wanted())
    await first.close?.()
    await (await second).close?.()
    expect(source.closed).toBe(2)
    expect(source.made).toBeLessThan(4)
    expect(kept.bytes).toBe(0)
  })
})

test('answers by the hundred stay within their bytes', async () => {
  const kept: KeptAnswers = keepAnswers(MEBIBYTE)
  for (let index = 0; index < 300; index++) {
    await readAll(await kept.answer(new Source('x'.repeat(index * 50)).wanted({ name: `answer ${index}` })))
    expect(kept.bytes).toBeLessThanOrEqual(MEBIBYTE)
  }
  expect(kept.bytes).toBeGreaterThan(MEBIBYTE / 2)
})

test('slow readers hold no more than may be kept', async () => {
  const kept = keepAnswers(MEBIBYTE)
  const answers: PlacedAnswer[] = []
  for (let index = 0; index < 20; index++) {
    const source = new Source('x'.repeat(100_000), 'y'.repeat(100_000))
    const answer = await kept.answer(source.wanted({ name: `answer ${index}` }))
    await readerOf(answer).next()
    answers.push(answer)
    expect(kept.bytes).toBeLessThanOrEqual(MEBIBYTE)
  }
  for (const answer of answers) await answer.close?.()
  expect(kept.bytes).toBe(0)
})
