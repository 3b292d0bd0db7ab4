// @ts-check

/** @type {import('@afterview/plugin-host').Plugin<import('./names.js').Names>} */
export const plugin = {
  activate({ commands, configuration, l10n, policies, subscriptions }) {
    subscriptions.push(
      // Asked when an application is in the state `waiting` and `when` in package.json holds.
      // It proposes; a person decides and sends.
      policies.register('__NAME__.nudge', ({ snapshot }) => [
        {
          type: 'draftMessage',
          kind: 'check-in',
          tone: configuration.get('__SETTING__.tone'),
          reason: l10n.text('because', { 0: companyOf(snapshot) }),
        },
      ]),
      commands.register('__NAME__.explain', () => l10n.text('because', { 0: 'The employer' })),
    )
  },
}

/**
 * Only what `capabilities.candidate.read` names is there.
 * @param {import('@afterview/plugin-host').JsonObject} snapshot
 */
function companyOf(snapshot) {
  const { company } = snapshot
  const name = typeof company === 'object' && company !== null && 'name' in company && company.name
  return typeof name === 'string' ? name : 'The employer'
}
