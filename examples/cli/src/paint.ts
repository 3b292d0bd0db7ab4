import { styleText } from 'node:util'

/**
 * Text in a colour, where the stream is a terminal that has colours. `NO_COLOR` takes them away,
 * and `FORCE_COLOR` brings them where there is no terminal.
 */
export function paint(
  style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan',
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(style, text, { stream })
}
