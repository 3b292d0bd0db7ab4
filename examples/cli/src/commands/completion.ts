import type { Command } from '../command.ts'
import { completionScripts, shells } from '../completion-scripts.ts'
import { nearest } from '../nearest.ts'
import { usageError } from '../usage.ts'

/** Prints what makes a shell complete the program's words. */
export const completion: Command = {
  name: 'completion',
  usage: `completion <${shells.join('|')}>`,
  about: 'make your shell complete commands, applications, events and items',
  details: [
    'Prints a script for the shell. The program must be called afterview there: a link, a function or an alias of that name will do.',
  ],
  examples: [
    'completion bash >> ~/.bashrc',
    'completion zsh >> ~/.zshrc',
    'completion fish > ~/.config/fish/completions/afterview.fish',
  ],
  options: {},
  words: [shells],
  run: async ({ words: [word = ''] }) => {
    const shell = shells.find((known) => known === word)
    if (shell !== undefined) {
      process.stdout.write(completionScripts[shell])
      return 0
    }
    const meant = nearest(word, shells)
    throw usageError(
      word === '' ? 'completion needs a shell' : `there is no completion for "${word}"`,
      meant === undefined ? `use one of ${shells.join(', ')}` : `write "${meant}"`,
    )
  },
}
