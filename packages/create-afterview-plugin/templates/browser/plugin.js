// @ts-check

/** @type {import('@afterview/plugin-host').Plugin<import('./names.js').Names>} */
export const plugin = {
  activate({ commands, l10n, storage, subscriptions, views }) {
    subscriptions.push(
      commands.register('__NAME__.note', async (text, { at }) => {
        await storage.set(at, text)
      }),
      // A view is data: the embedder draws it.
      views.register('__NAME__.overview', async () => {
        const keys = await storage.keys()
        const items = await Promise.all(
          keys.map(async (at) => ({ at, text: (await storage.get(at)) ?? '' })),
        )
        return { title: l10n.text('name'), items }
      }),
    )
  },
}
