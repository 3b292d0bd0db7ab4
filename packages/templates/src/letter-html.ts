import { escapeHtml } from './escape-html.ts'
import { normalizeLineEnds } from './safe-text.ts'

// A link ends before closing punctuation, which belongs to the sentence.
const linkPattern = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]|[&<>"']/giu

// An empty line, or the line end between a line of a list and another.
const blockEnd = /\n[^\S\n]*\n\s*|\n(?<=^- .*\n)(?!- )|\n(?<!^- .*\n)(?=- )/gmu

/**
 * A letter as a fragment of HTML, made from its text alone: paragraphs, line ends, lists of lines
 * that start with `- `, links of http, https and mailto. Everything else is escaped.
 */
export function letterHtml(text: string): string {
  return normalizeLineEnds(text)
    .trim()
    .replace(linkPattern, inlineHtml)
    .split(blockEnd)
    .map(blockHtml)
    .join('')
}

// A link, or a character that means something in HTML.
function inlineHtml(found: string): string {
  const html = escapeHtml(found)
  return found.length > 1 ? `<a href="${html}">${html}</a>` : html
}

function blockHtml(block: string): string {
  return block.startsWith('- ')
    ? `<ul>\n${block.replace(/^- (.*)\n?/gmu, '<li>$1</li>\n')}</ul>\n`
    : `<p>${block.replaceAll('\n', '<br>\n')}</p>\n`
}
