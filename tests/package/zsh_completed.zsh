# What Tab makes of a line: zsh_completed.zsh FOLDER LINE. Prints the line in brackets.
#
# zsh completes only in a terminal, so it gets one (zpty), and a widget that says what stands
# in the line after the completion.
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal "PROMPT= RPROMPT= fpath=($1 \$fpath); unsetopt beep"
zpty -w terminal 'autoload -Uz compinit && compinit -D -u'
zpty -w terminal 'said() { print -r -- "<<$BUFFER>>"; exit }; zle -N said; bindkey "^G" said'
zpty -w terminal 'bindkey "^I" complete-word; print rea''dy'
zpty -r terminal output '*ready*'
zpty -w -n terminal "$2"$'\t\a'
zpty -r terminal output '*<<*>>*'
output=${output##*<<}
print -r -- "[${output%%>>*}]"
