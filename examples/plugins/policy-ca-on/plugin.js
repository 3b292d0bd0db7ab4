/**
 * Ontario's duty to inform. The obligation and the policies are data in the manifest; this is the
 * command that says the date in words.
 */
export const plugin = {
  activate({ applications, commands, l10n, subscriptions }) {
    subscriptions.push(
      commands.register('policy-ca-on.deadline', async ({ applicationId }) => {
        const { rounds, company } = await applications.read(applicationId)
        const last = rounds.findLast(({ endedAt }) => endedAt !== null)
        if (last === undefined) return { date: null, text: l10n.text('text.none') }
        const date = daysLater(dayIn(company.zone, last.endedAt), 45)
        return { date, text: l10n.text('text.by', { date }) }
      }),
    )
  },
}

/** The date of an instant in a zone, `YYYY-MM-DD`. */
function dayIn(timeZone, instant) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (wanted) => parts.find(({ type }) => type === wanted).value
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Dates have no zone: in UTC every day has 24 hours. */
function daysLater(date, days) {
  const later = new Date(`${date}T00:00:00Z`)
  later.setUTCDate(later.getUTCDate() + days)
  return later.toISOString().slice(0, 10)
}
