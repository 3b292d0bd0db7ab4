import { confirm, isCancel, note, select, text } from '@clack/prompts'
import { AfterviewError } from '@afterview/time'
import type { Asker } from './asker.ts'

/** Asks at the terminal of this process. */
export function terminalAsker(): Asker {
  return {
    text: async ({ message, example, initial, isOptional = false, check }) => {
      const answer = await text({
        message: isOptional && initial === undefined ? `${message} (optional)` : message,
        ...(example === undefined ? {} : { placeholder: example }),
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (value) => problemWith(value ?? '', isOptional, check),
      })
      return requireAnswer(answer).trim()
    },
    choose: async ({ message, options, initial }) =>
      requireAnswer(
        await select<string>({
          message,
          options: options.map((option) => ({ ...option })),
          maxItems: 12,
          ...(initial === undefined ? {} : { initialValue: initial }),
        }),
      ),
    confirm: async (message, initial) =>
      requireAnswer(await confirm({ message, initialValue: initial })),
    tell: (title, body) => note(body, title, { format: (line) => line }),
  }
}

function problemWith(
  value: string,
  isOptional: boolean,
  check: ((answer: string) => string | undefined) | undefined,
): string | undefined {
  const answer = value.trim()
  if (answer === '') return isOptional ? undefined : 'This one is needed.'
  return check?.(answer)
}

function requireAnswer<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>
  throw new AfterviewError('cancelled', {
    happened: 'the questions were left before the last one, and nothing was written',
    fix: 'start the command again when you are ready',
  })
}
