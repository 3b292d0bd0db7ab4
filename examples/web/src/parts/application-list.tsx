import { contextOf, placeOf } from '@afterview/core'
import { type ReactNode, useId } from 'react'
import { useLive } from '../page.tsx'
import { hrefOf } from '../route.ts'
import { sayPlace } from '../say-place.ts'
import { useWords } from '../words/words.ts'

/** Every application with where it stands. */
export function ApplicationList({ present }: { readonly present?: string | undefined }): ReactNode {
  const id = useId()
  const words = useWords()
  const page = useLive('applications', ({ engine }) => engine.list({ limit: 100 }))
  const applications = (page?.items ?? []).flatMap(({ snapshot }) =>
    snapshot === null ? [] : [snapshot],
  )
  if (applications.length === 0) return null
  return (
    <nav className="applications" aria-labelledby={id}>
      <h2 id={id}>{words.nav.applications}</h2>
      <ul>
        {applications.map((snapshot) => {
          const { applicationId } = snapshot
          return (
            <li key={applicationId}>
              <a
                href={hrefOf({ view: 'application', applicationId })}
                aria-current={present === applicationId ? 'page' : undefined}
              >
                <span
                  className={`dot dot--${placeOf(snapshot.machine.value).stage}`}
                  aria-hidden="true"
                />
                <span>
                  {contextOf(snapshot).company.name}
                  <span className="applications__state">{sayPlace(words, snapshot)}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
