# What Tab makes of a line: zsh_completed.zsh FOLDER LINE. Prints the line in brackets.
#
# zsh completes only in a terminal, so it gets one (zpty), and a widget that says what stands
# in the line after the completion. What is awaited is never what was typed, for the terminal
# says that again; and the line is typed when the editor says that it reads keys.
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal "PROMPT= RPROMPT= fpath=($1 \$fpath); unsetopt beep; autoload -Uz compinit" \
  '&& compinit -D -u; bindkey "^I" complete-word;' \
  'said() { print -r -- "<""<$BUFFER>"">" }; zle -N said; bindkey "^G" said;' \
  'zle-line-init() { print -r -- "<"ready">" }; zle -N zle-line-init'
zpty -r terminal output '*<ready>*'
zpty -w -n terminal "$2"$'\t\a'
zpty -r terminal output '*<<*>>*'
output=${output##*<<}
print -r -- "[${output%%>>*}]"
