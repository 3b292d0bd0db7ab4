import { escapeHtml } from './escape-html.ts'
import { normalizeLineEnds } from './safe-text.ts'

// A link ends before closing punctuation, which belongs to the sentence.
const linkPattern = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]/giu

/**
 * A letter as a fragment of HTML, made from its text alone: paragraphs, line ends, lists of lines
 * that start with `- `, links of http, https and mailto. Everything else is escaped.
 */
export function letterHtml(text: string): string {
  const blocks = normalizeLineEnds(text)
    .trim()
    .split(/\n[^\S\n]*\n\s*/u)
  return blocks
    .flatMap((block) => groupLines(block.split('\n')))
    .map(blockHtml)
    .join('')
}

interface Block {
  readonly isList: boolean
  readonly lines: readonly string[]
}

function groupLines(lines: readonly string[]): readonly Block[] {
  const blocks: { isList: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const isList = line.startsWith('- ')
    const last = blocks.at(-1)
    if (last?.isList === isList) last.lines.push(line)
    else blocks.push({ isList, lines: [line] })
  }
  return blocks
}

function blockHtml({ isList, lines }: Block): string {
  if (!isList) return `<p>${lines.map(lineHtml).join('<br>\n')}</p>\n`
  return `<ul>\n${lines.map((line) => `<li>${lineHtml(line.slice(2))}</li>\n`).join('')}</ul>\n`
}

function lineHtml(line: string): string {
  const parts: string[] = []
  let end = 0
  for (const { 0: link, index } of line.matchAll(linkPattern)) {
    const address = escapeHtml(link)
    parts.push(escapeHtml(line.slice(end, index)), `<a href="${address}">${address}</a>`)
    end = index + link.length
  }
  return [...parts, escapeHtml(line.slice(end))].join('')
}
