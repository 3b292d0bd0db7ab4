import { styleText } from 'node:util'

/** Text in a colour, where the terminal has colours and NO_COLOR is not set. */
export function paint(
  style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan',
  text: string,
): string {
  return styleText(style, text, { stream: process.stdout })
}
