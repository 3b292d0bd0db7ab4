import { escapeHtml } from './escape-html.ts'
import { normalizeLineEnds } from './safe-text.ts'

// A link, or a character that means something in HTML. A link ends before closing punctuation, which
// belongs to the sentence.
const inlinePattern = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]|[&<>"']/giu

const emptyLines = /\n[^\S\n]*\n\s*/u

// The line end between a line of a list and another.
const listEdge = /\n(?<=^- .*\n)(?!- )|\n(?<!^- .*\n)(?=- )/mu

/**
 * A letter as a fragment of HTML, made from its text alone: paragraphs, line ends, lists of lines
 * that start with `- `, links of http, https and mailto. Everything else is escaped.
 */
export function letterHtml(text: string): string {
  const html = normalizeLineEnds(text).trim().replace(inlinePattern, inlineHtml)
  const blocks = html.split(emptyLines).flatMap((block) => block.split(listEdge))
  return blocks.map(blockHtml).join('')
}

function inlineHtml(found: string): string {
  const html = escapeHtml(found)
  return found.length > 1 ? `<a href="${html}">${html}</a>` : html
}

function blockHtml(block: string): string {
  return block.startsWith('- ')
    ? `<ul>\n${block.replace(/^- (.*)\n?/gmu, '<li>$1</li>\n')}</ul>\n`
    : `<p>${block.replaceAll('\n', '<br>\n')}</p>\n`
}
