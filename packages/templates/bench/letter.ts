/** One letter of about 116 words in the languages of the engines, with 8 values and a list of 3. */
export const mustacheLetter = `Dear {{name}},

Thank you for taking the time on {{date}} to talk with me about the {{role}} role at {{company}}. The way you described {{detail}} has stayed with me, and I have gone on thinking about it since.

{{#thought}}
{{thought}} These are the points that I would look at first, each of them for another reason, as I said when we talked:

{{/thought}}
{{#topics}}
- {{title}}, because {{reason}}
{{/topics}}

The conversation confirmed what I had hoped: this is work that I would like to do, and {{company}} is where I would like to do it. If anything is still open on your side, a question, a reference or a piece of my work, please ask. I look forward to hearing from you by {{decision}}.

Kind regards,
{{candidate}}
`

/** The same for Handlebars. */
export const handlebarsLetter = mustacheLetter
  .replace('{{#thought}}', '{{#if thought}}')
  .replace('{{/thought}}', '{{/if}}')
  .replace('{{#topics}}', '{{#each topics}}')
  .replace('{{/topics}}', '{{/each}}')

/** The same for Eta. */
export const etaLetter = mustacheLetter
  .replace('{{#thought}}\n', '<% if (it.thought) { %>')
  .replace('{{/thought}}\n', '<% } %>')
  .replace('{{#topics}}\n', '<% for (const topic of it.topics) { %>')
  .replace('{{/topics}}\n', '<% } %>')
  .replace('{{title}}', '<%= topic.title %>')
  .replace('{{reason}}', '<%= topic.reason %>')
  .replace(/\{\{(\w+)\}\}/gu, '<%= it.$1 %>')

/** What they are rendered with. */
export const view = {
  name: 'Sam Rivera',
  date: 'Wednesday 25 November',
  role: 'Data Engineer',
  company: 'Fernhill Analytics',
  detail: 'the move of the nightly reports to event streams',
  thought: 'At my present job we began with the two reports that nobody would miss for a day.',
  decision: 'Friday 4 December',
  candidate: 'Maya Okafor',
  topics: [
    { title: 'the order book', reason: 'it changes most' },
    { title: 'the invoices', reason: 'people wait for them' },
    { title: 'the archive', reason: 'it costs the most' },
  ],
} as const
