# Cómo se llama esta lengua a sí misma.
language-own-name = Español
