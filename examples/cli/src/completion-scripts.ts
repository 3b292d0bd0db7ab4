/** The shells that can complete. */
export const shells = ['bash', 'zsh', 'fish'] as const

/**
 * What a shell reads once. Each asks the program itself, with the words up to the cursor, and gets
 * a candidate a line: the word, a tab, and what it is. Where there is none the shell offers files.
 */
export const completionScripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `_afterview() {
  local IFS=$'\\n'
  COMPREPLY=($(afterview complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _afterview afterview
`,
  zsh: `_afterview() {
  local line
  local -a found
  for line in "\${(@f)$(afterview complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${line%%$'\\t'*}:\${line#*$'\\t'}")
  done
  if (( $#found )); then _describe afterview found; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _afterview afterview
`,
  fish: `function __afterview_complete
    set -l words (commandline -opc) (commandline -ct)
    afterview complete -- $words[2..-1] 2>/dev/null
end
complete -c afterview -f -a '(__afterview_complete)'
complete -c afterview -n '__fish_seen_subcommand_from begin run' -F
`,
}
