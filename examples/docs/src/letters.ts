import type { Afterview } from 'afterview'

/** A letter to show in a form, with what the linter says of it. */
export async function thankYouNote(
  afterview: Afterview,
  applicationId: string,
  interviewer: string,
): Promise<{ subject: string; text: string; advice: readonly string[]; link: string | undefined }> {
  const letter = await afterview.draft(applicationId, 'thank-you', { interviewer, tone: 'warm' })
  return {
    subject: letter.subject ?? '',
    text: letter.text,
    advice: letter.findings.map(({ severity, message }) => `${severity}: ${message}`),
    link: letter.mailto.ok ? letter.mailto.url : undefined,
  }
}

/** The same as a file for a mail program: it opens as a new message that is not sent. */
export async function thankYouFile(
  afterview: Afterview,
  applicationId: string,
  interviewer: string,
): Promise<Response> {
  const letter = await afterview.draft(applicationId, 'thank-you', { interviewer })
  return new Response(letter.eml(), {
    headers: {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': 'attachment; filename="thank-you.eml"',
    },
  })
}
