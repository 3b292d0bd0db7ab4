import type { TestProject } from 'vitest/node'
import { serveSite } from './site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is. */
    url: string
  }
}

/** Builds the page once for all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await serveSite()
  project.provide('url', site.url)
  return () => site.close()
}
