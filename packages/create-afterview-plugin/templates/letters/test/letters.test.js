import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createTestHost } from '@afterview/plugin-host/testing'
import { buildLetters } from '../build-letters.js'

const folder = new URL('../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
/** @param {string} path */
const read = async (path) => readFileSync(new URL(path, folder), 'utf8')

test('every letter is rendered and linted with its sample, without a finding', () => {
  assert.deepEqual(buildLetters().problems, [])
})

test('letters.json is built from the folder as it is', async () => {
  assert.deepEqual(JSON.parse(await read('./letters.json')), buildLetters().pack)
})

test('the letters are there without any code', async () => {
  const { host } = await createTestHost({ plugins: [{ manifest, read }] })
  const [letters] = host.contributions('letters')
  assert.equal(letters?.item.id, '__NAME__.letters')
  assert.match(await host.readFile('__PUBLISHER__.__NAME__', letters.item.path), /"thank-you"/)
})
