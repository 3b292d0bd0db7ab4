import { createDraft, createMailto, mailtoLimit } from '@afterview/templates'
import { describe, expect, it } from 'vitest'

const letter = {
  to: [{ name: 'Sam', email: 'sam@example.com' }],
  subject: 'Thank you & more',
  text: 'Dear Sam,\n\nIt\'s 100 % "fine" + good.\r\nAda',
}

describe('a mailto link [MAI-5]', () => {
  it('is ASCII, with %20 for spaces and %0D%0A for line ends', () => {
    expect(createMailto(letter)).toEqual({
      ok: true,
      url: 'mailto:sam@example.com?subject=Thank%20you%20%26%20more&body=Dear%20Sam%2C%0D%0A%0D%0AIt%27s%20100%20%25%20%22fine%22%20%2B%20good.%0D%0AAda',
    })
  })

  it('takes several recipients, copies and international hosts', () => {
    const to = [{ email: 'a@example.com' }, { email: 'b@bücher.example' }]
    const mailto = createMailto({ ...letter, to, cc: [{ email: "o'hara&x=1@example.com" }] })
    expect(mailto).toMatchObject({
      url: expect.stringMatching(
        /^mailto:a@example\.com,b@xn--bcher-kva\.example\?cc=o%27hara%26x%3D1@example\.com&subject=/u,
      ),
    })
  })

  it('gives back what was put in, however it is read', () => {
    const text = 'Ünï\tcödé 👩‍👩‍👧 + & ? # %41\nlast'
    const mailto = createMailto({ ...letter, text })
    const url = new URL(mailto.ok ? mailto.url : '')
    expect(decodeURIComponent(url.search.split('body=')[1] ?? '')).toBe(text.replace('\n', '\r\n'))
  })

  it('is refused as a value, with a way out, once it is longer than 1,900 characters', () => {
    const empty = createMailto({ ...letter, text: '' })
    const room = mailtoLimit - (empty.ok ? empty.url.length : 0)
    expect(createMailto({ ...letter, text: 'a'.repeat(room) }).ok).toBe(true)
    expect(createMailto({ ...letter, text: 'a'.repeat(room + 1) })).toEqual({
      ok: false,
      reason: 'too-long',
      length: 1901,
      limit: 1900,
      instead: ['eml', 'clipboard'],
    })
    expect(createMailto({ ...letter, text: 'й'.repeat(Math.ceil((room + 1) / 6)) }).ok).toBe(false)
  })
})

describe('HTML of a letter [MAI-6]', () => {
  const html = (text: string): string => createDraft({ ...letter, text }).html

  it('has paragraphs, line ends and lists', () => {
    expect(html('Dear Sam,\n\nThree points:\n- one\n- two\nand more\n\n\nBye\nAda\n')).toBe(
      [
        '<p>Dear Sam,</p>',
        '<p>Three points:</p>',
        '<ul>',
        '<li>one</li>',
        '<li>two</li>',
        '</ul>',
        '<p>and more</p>',
        '<p>Bye<br>',
        'Ada</p>',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
    ['a & b "c" \'d\'', '<p>a &amp; b &quot;c&quot; &#39;d&#39;</p>\n'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>\n'],
    [
      'data:text/html,x vbscript:x file:///etc/passwd',
      '<p>data:text/html,x vbscript:x file:///etc/passwd</p>\n',
    ],
    [
      'see https://example.com/a?b=1&c=2.',
      '<p>see <a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>.</p>\n',
    ],
    ['(http://example.com)', '<p>(<a href="http://example.com">http://example.com</a>)</p>\n'],
    [
      'mailto:a@example.com, ok',
      '<p><a href="mailto:a@example.com">mailto:a@example.com</a>, ok</p>\n',
    ],
    [
      'https://x"onmouseover="alert(1)',
      '<p><a href="https://x">https://x</a>&quot;onmouseover=&quot;alert(1)</p>\n',
    ],
    [
      "https://x'onmouseover='y",
      '<p><a href="https://x">https://x</a>&#39;onmouseover=&#39;y</p>\n',
    ],
    [
      'https://x<img src=x onerror=y>',
      '<p><a href="https://x">https://x</a>&lt;img src=x onerror=y&gt;</p>\n',
    ],
    ['xhttps://no.example', '<p>xhttps://no.example</p>\n'],
    ['', '<p></p>\n'],
  ])('%j becomes %j', (text, expected) => {
    expect(html(text)).toBe(expected)
  })
})
