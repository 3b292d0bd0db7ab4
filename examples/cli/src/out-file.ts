import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { AfterviewError } from '@afterview/time'

/** Writes a file at once or not at all. Throws `out-not-writable`. */
export function writeOut(path: string, text: string): void {
  const stage = `${path}.writing`
  try {
    writeFileSync(stage, text)
    renameSync(stage, path)
  } catch (cause) {
    if (existsSync(stage)) rmSync(stage)
    throw new AfterviewError('out-not-writable', {
      happened: `${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'choose another file with --out',
      cause,
    })
  }
}
