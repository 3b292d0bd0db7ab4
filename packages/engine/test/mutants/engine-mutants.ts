import type { Engine, EffectHandler } from '@afterview/engine'
import { type Mutant, mutant } from './mutant.ts'

/** Engines whose methods do not do what they say. */
export const engineMutants: readonly Mutant[] = [
  mutant('says that it created what was there', 'BEG-1', {
    engine: (engine) => ({
      begin: async (input) => ({ ...(await engine.begin(input)), created: true }),
    }),
  }),
  mutant('takes no notice of the expected revision', 'REC-7', {
    engine: (engine) => ({
      record: (id, event, { key } = {}) =>
        engine.record(id, event, key === undefined ? {} : { key }),
    }),
  }),
  mutant('looks at the expected revision before the key', 'REC-7', {
    engine: (engine) => ({
      async record(id, event, options = {}) {
        const { revision } = (await engine.read(id)) ?? { revision: 0 }
        const isStale =
          options.expectedRevision !== undefined && options.expectedRevision !== revision
        return engine.record(id, event, isStale ? { expectedRevision: -1 } : options)
      },
    }),
  }),
  mutant('reads something for an unknown id', 'REC-8', {
    engine: (engine) => ({ history: (id) => engine.history(id).catch(() => []) }),
  }),
  mutant('takes any key', 'REC-11', {
    engine: (engine) => ({
      record: (id, event, { key, ...rest } = {}) =>
        engine.record(
          id,
          event,
          key === undefined ? rest : { ...rest, key: `${key.slice(0, 100)}!` },
        ),
    }),
  }),
  mutant('performs effects before they are stored', 'EFF-6', {
    engine: (engine) => {
      const handlers: EffectHandler[] = []
      const context = { attempt: 1, signal: new AbortController().signal }
      return {
        handleEffects(name, handler) {
          handlers.push(handler)
          return engine.handleEffects(name, () => undefined)
        },
        async record(id, event, options) {
          const revision = ((await engine.read(id))?.revision ?? 0) + 1
          const effect = {
            type: 'application.close',
            outcome: '',
            applicationId: id,
            at: '',
          } as const
          for (const handler of handlers)
            await handler({ ...effect, key: `${id}/${revision}/0` }, context)
          return engine.record(id, event, options)
        },
      }
    },
  }),
  mutant('performs effects without an outbox', 'EFF-2 EFF-3 EFF-4', { engine: withoutOutbox }),
  mutant('performs an effect only for the handler that came first', 'EFF-1', {
    engine: (engine) => {
      let isTaken = false
      return {
        handleEffects(name, handler) {
          const first = !isTaken
          isTaken = true
          return engine.handleEffects(name, first ? handler : () => undefined)
        },
      }
    },
  }),
  mutant('keeps a handler that was disposed', 'EFF-10', {
    engine: (engine) => {
      const handlers = new Map<string, EffectHandler>()
      return {
        handleEffects(name, handler) {
          const first = handlers.get(name)
          handlers.set(name, first ?? handler)
          if (first === undefined) engine.handleEffects(name, handler)
          return { dispose: () => undefined }
        },
      }
    },
  }),
  mutant('takes any limit', 'DAT-4', {
    engine: (engine) => ({
      list: ({ limit, ...query } = {}) =>
        engine.list({ ...query, limit: Math.max(1, Math.floor(limit ?? 9)) }),
    }),
  }),
  mutant('exports less than there is', 'DAT-5', {
    engine: (engine) => ({ export: async (id) => ({ ...(await engine.export(id)), effects: [] }) }),
  }),
  mutant('begins again what an event of an erased application names', 'DAT-8', {
    engine: (engine) => ({
      async erase(id) {
        const exported = await engine.export(id).catch(() => null)
        const isErased = await engine.erase(id)
        const [first] = exported?.history ?? []
        if (first?.type === 'began') await engine.begin(first.input)
        return isErased
      },
    }),
  }),
  mutant('tells of changes before they are stored', 'CHG-3', { engine: tellsFirst }),
  mutant('tells of refused and repeated events', 'CHG-1', {
    engine: (engine) => {
      const listeners: Parameters<Engine['subscribe']>[0][] = []
      return {
        subscribe(listener) {
          listeners.push(listener)
          return engine.subscribe(listener)
        },
        async record(id, event, options) {
          const outcome = await engine.record(id, event, options)
          if (!outcome.accepted)
            for (const tell of listeners) tell({ type: 'erased', applicationId: id })
          return outcome
        },
      }
    },
  }),
  mutant('goes on telling who was disposed', 'CHG-2', {
    engine: (engine) => ({
      subscribe(listener) {
        engine.subscribe(listener)
        return { dispose: () => undefined }
      },
    }),
  }),
  mutant('goes on after it was disposed', 'END-1', {
    engine: () => ({ dispose: async () => undefined }),
  }),
  mutant('renews nothing', 'REN-1 REN-2', {
    engine: () => ({ renew: async () => ({ renewed: 0, failed: 0 }) }),
  }),
]

function withoutOutbox(engine: Engine): Partial<Engine> {
  const context = { attempt: 1, signal: new AbortController().signal }
  return {
    handleEffects(_name, handler) {
      return engine.subscribe((change) => {
        if (change.type === 'erased') return
        for (const effect of change.effects) void Promise.resolve(handler(effect, context))
      })
    },
  }
}

function tellsFirst(engine: Engine): Partial<Engine> {
  const listeners: Parameters<Engine['subscribe']>[0][] = []
  return {
    subscribe(listener) {
      listeners.push(listener)
      return { dispose: () => undefined }
    },
    record(id, event, options) {
      for (const tell of listeners) tell({ type: 'erased', applicationId: id })
      return engine.record(id, event, options)
    },
  }
}
