import type { Goal } from '../frame/subject.ts'
import { numberText } from './number-text.ts'

/** `≥ 0.8 ×`; empty where nothing is wanted. */
export const goalText = (goal: Goal | undefined): string =>
  goal === undefined ? '' : `${goal.bound === 'at least' ? '≥' : '≤'} ${numberText(goal.value)} ${goal.unit}`
