# What the console itself says; everything else comes from the flows.
console-hint = Type a button's number or its words. Tab completes /commands. Ctrl-D leaves.

console-saved = Saved here: { $path }
    Only you can read this file. It stays until you delete it.
console-not-saved = The file could not be saved in { $path }. Is there room on the disk? You can ask for it again.

console-full = The disk is full, so I could not keep what you just wrote. Nothing else was lost.
    Please make some room, then press ↑ and Enter to send it again.
console-away = I can't reach the place where your answers are kept, so what you just wrote is not kept.
    Please wait a moment, then press ↑ and Enter to send it again.
console-mistake = Something went wrong on my side, so what you just wrote is not kept. It is not your fault.
    You can press ↑ and Enter to try again, or go on with /help.

console-no-number = No button has that number. The highest is { $last }.
