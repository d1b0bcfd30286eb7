import type { Shell } from './shells.ts';

/**
 * The completion scripts of the shells. All run `article complete`, which prints a word a line, a tab and its
 * description after it, and a line `:files` where file names may come next.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# article in bash: eval "$(article completion bash)" in ~/.bashrc
_article() {
  local current=\${COMP_WORDS[COMP_CWORD]} line files= values=() lines=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=1; continue; fi
    values+=("\${line%%$'\\t'*}")
    lines+=("\${line/$'\\t'/  -- }")
  done < <(article complete bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  [[ $current == = ]] && current=
  COMPREPLY=()
  if [[ $files ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    compopt -o filenames 2>/dev/null
  fi
  # What is behind a word is only to be looked at: a list of one is inserted as it is.
  if [[ ! $files && \${#values[@]} -gt 1 && ( $COMP_TYPE == 63 || $COMP_TYPE == 9 ) ]]; then
    COMPREPLY+=("\${lines[@]}")
    compopt -o nosort 2>/dev/null
  else
    COMPREPLY+=("\${values[@]}")
  fi
}
complete -F _article article
`,
  zsh: `#compdef article
# article in zsh: eval "$(article completion zsh)" in ~/.zshrc, after compinit
_article() {
  local line value files
  local -a found
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=1; continue; fi
    value=\${line%%$'\\t'*}
    value=\${value//:/\\\\:}
    if [[ $line == *$'\\t'* ]]; then found+=("$value:\${line#*$'\\t'}"); else found+=("$value"); fi
  done < <(article complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe -V article found
  [[ -n $files ]] && _files
  return 0
}
if [[ $funcstack[1] == _article ]]; then _article "$@"; else compdef _article article; fi
`,
  fish: `# article in fish: article completion fish | source, in ~/.config/fish/config.fish
function __article_complete
    set -l words (commandline -opc)
    set -l begun (commandline -ct | string replace -r '^["\\']' '')
    set -l current (string unescape -- "$begun"; or echo $begun)
    for line in (article complete fish -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            printf '%s\\n' "$line"
        end
    end
end
complete -c article -f -a '(__article_complete)'
`,
  powershell: `# article in PowerShell: article completion powershell | Out-String | Invoke-Expression, in $PROFILE
Register-ArgumentCompleter -Native -CommandName article -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
  })
  $last = [string]$wordToComplete -replace '^[''"]|[''"]$', ''
  # An empty argument would be lost on the way.
  if ($last -eq '') { $last = ' ' }
  # In a list, for a script in the place of the program would keep a -- that is typed.
  $call = @('complete', 'powershell', '--') + $before + $last
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    foreach ($line in @(article @call 2>$null)) {
      if ($line -eq ':files') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
        continue
      }
      $value, $meaning = $line -split "\`t", 2
      if (-not $value) { continue }
      if (-not $meaning) { $meaning = $value }
      $typed = if ($value -match '^[\\w./:=-]+$') { $value } else { "'" + ($value -replace "'", "''") + "'" }
      [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $meaning)
    }
  } catch {
  } finally {
    [Console]::OutputEncoding = $encoding
  }
}
`,
};
