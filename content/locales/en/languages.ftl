# What this language calls itself.
language-own-name = English
