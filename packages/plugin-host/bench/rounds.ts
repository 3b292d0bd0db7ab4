/** One thing to be measured: `run` does `times` of it. */
export interface Subject {
  readonly name: string
  run(times: number): void | Promise<void>
}

/** Median nanoseconds of each subject, measured in turns within one process. */
export async function nanosecondsEach(
  subjects: readonly Subject[],
  times: number,
  rounds = 15,
): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number[]>(subjects.map(({ name }) => [name, []]))
  for (const subject of subjects) await subject.run(times)
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      const started = performance.now()
      await subject.run(times)
      seen.get(subject.name)?.push(((performance.now() - started) * 1e6) / times)
    }
  }
  return new Map([...seen].map(([name, values]) => [name, median(values)]))
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Rows of a table; `ratio` is each figure against that of `base`. */
export function rowsAgainst(
  figures: ReadonlyMap<string, number>,
  base: string,
  unit: string,
): readonly {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
}[] {
  const own = figures.get(base) ?? Number.NaN
  return [...figures].map(([name, value]) =>
    name === base ? { name, value, unit } : { name, value, unit, ratio: value / own },
  )
}
