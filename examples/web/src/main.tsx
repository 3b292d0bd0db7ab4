import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { settings } from './settings.ts'
import { loadWords } from './words/words.ts'

const root = document.getElementById('root')
if (root === null) throw new TypeError('the page has no place for the application')
const language = settings.language()
const words = await loadWords(language)
createRoot(root).render(<App first={{ language, words }} />)
