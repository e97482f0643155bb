import type { Instant } from '../../indicator/time.ts'
import type { KeyCounts, RequestCounts } from '../../store/counter-store.ts'
import type { Allowance, RateLimits } from './rate-figures.ts'
import { DAY_BUCKET, MINUTE_BUCKET, RollingWindow } from './rolling-window.ts'

/** The two rolling windows of a key. */
export class KeyWindows {
  readonly minute = new RollingWindow(MINUTE_BUCKET)
  readonly day = new RollingWindow(DAY_BUCKET)

  /** Both windows as of a moment, with their limits. */
  allowances({ perMinute, perDay }: RateLimits, now: Instant): { readonly minute: Allowance; readonly day: Allowance } {
    this.minute.advance(now)
    this.day.advance(now)
    return { minute: { window: this.minute, limit: perMinute }, day: { window: this.day, limit: perDay } }
  }

  count(): void {
    this.minute.count()
    this.day.count()
  }

  uncount(): void {
    this.minute.uncount()
    this.day.uncount()
  }

  handOver(keyId: string): KeyCounts {
    return { keyId, minute: this.minute.handOver(), day: this.day.handOver() }
  }

  takeOver({ minute, day }: RequestCounts, now: Instant): void {
    this.minute.takeOver(minute, now)
    this.day.takeOver(day, now)
  }
}
