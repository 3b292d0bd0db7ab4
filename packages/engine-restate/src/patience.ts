import type { RetryPolicy } from '@restatedev/restate-sdk'

/**
 * How Restate tries an invocation again that broke off, since a process or a release was gone: soon
 * at first, then every ten seconds, for good. By default it would give up after an hour, and keep the
 * application locked until somebody looks.
 */
export const patience: RetryPolicy = {
  initialInterval: 50,
  exponentiationFactor: 2,
  maxInterval: 10_000,
  maxAttempts: 1_000_000_000,
  onMaxAttempts: 'pause',
}
