/** Writes a report of one application, or of a whole search, as Markdown. */
export const plugin = {
  activate({ exporters, subscriptions }) {
    subscriptions.push(
      exporters.register('export-markdown.report', ({ snapshot, options }) => ({
        content: report(snapshot, options),
        encoding: 'utf8',
        fileName: `job-search-${snapshot.now.slice(0, 10)}.md`,
      })),
    )
  },
}

function report({ now, agenda, applications }, { title = 'Job search', locale = 'en-GB' }) {
  const write = dateWriter(locale)
  const sections = [
    `# ${plain(title)}`,
    `As of ${write(now.slice(0, 10))}.`,
    '## To do',
    toDo(
      agenda.filter(({ holder }) => holder === 'candidate'),
      write,
    ),
    '## Awaited',
    awaited(
      agenda.filter(({ holder }) => holder === 'employer'),
      write,
    ),
    '## Applications',
    ...applications.map((application) => story(application, write)),
  ]
  return `${sections.join('\n\n')}\n`
}

function toDo(items, write) {
  if (items.length === 0) return 'Nothing at present.'
  return items
    .map((item) => `- [ ] **${write(dateOf(item.due))}** ${what(item)}${late(item)}`)
    .join('\n')
}

function awaited(items, write) {
  if (items.length === 0) return 'Nothing at present.'
  return items
    .map((item) => `- **${write(dateOf(item.due))}** ${what(item)}${late(item)}`)
    .join('\n')
}

/** The facts of an item make its sentence; a rule of a plugin brings its own. */
function what({ kind, facts }) {
  const words = facts.task ?? kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const whom = facts.personName === undefined ? '' : ` (${facts.personName})`
  return `${plain(words)}${plain(whom)}: ${plain(facts.role)}, ${plain(facts.company)}`
}

function late({ status }) {
  return status === 'overdue' ? ' _(overdue)_' : ''
}

function story({ role, company, place, rounds, wait, offer, daysWaiting }, write) {
  const facts = [
    ['Stands at', place.replace('.', ', ')],
    ['Rounds', rounds.map((round) => roundInWords(round, write)).join('; ')],
    ['They said', said(wait.timeframe, write)],
    ['Checked in', wait.checkIns.map((at) => write(at.slice(0, 10))).join(', ')],
    ['Waiting', daysWaiting === null ? '' : `${daysWaiting} ${daysWaiting === 1 ? 'day' : 'days'}`],
    ['Offer', offer === null ? '' : offerInWords(offer, write)],
  ]
  const lines = facts.filter(([, text]) => text !== '')
  return [
    `### ${plain(role)}, ${plain(company.name)}`,
    '',
    ...lines.map(([name, text]) => `- ${name}: ${plain(text)}`),
  ].join('\n')
}

function roundInWords({ number, medium, endedAt }, write) {
  const when = endedAt === null ? 'ahead' : write(endedAt.slice(0, 10))
  return `${number} (${medium}, ${when})`
}

function said(timeframe, write) {
  if (timeframe === null) return ''
  const { phrase, window } = timeframe
  const until = window === null ? '' : `by ${write(window.latest ?? window.earliest)}`
  if (phrase === null) return until
  return until === '' ? `“${phrase}”` : `“${phrase}”, ${until}`
}

function offerInWords({ extendedAt, respondBy }, write) {
  const made = `made on ${write(extendedAt.slice(0, 10))}`
  return respondBy === null ? made : `${made}, answer by ${write(dateOf(respondBy))}`
}

/** The day of a moment, as its own clocks name it. */
function dateOf(moment) {
  if (moment.kind === 'day') return moment.date
  return (moment.kind === 'wall' ? moment.local : moment.at).slice(0, 10)
}

/** Dates have no zone of their own: noon UTC shows each as it is. */
function dateWriter(locale) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return (date) => format.format(new Date(`${date}T12:00:00Z`))
}

/** Text of people on one line, in which nothing is markup. */
function plain(text) {
  return String(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/^([-+]|\d+[.)])(?= )/g, String.raw`\$1`)
}
