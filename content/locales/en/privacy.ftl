command-privacy = What is stored; get it, or erase it

privacy-all =
    I store your settings, check-ins and words to coach you, and for nothing else: no ads, no sale, no training of models. Only if you agree, unclear lines teach me. What you write is encrypted. Here only you read it; whoever runs this bot holds the key.
    For people from 13 on. Export or erase everything, any time:
privacy-joined =
    These accounts are joined, and each can read and export everything. /unlink parts them.
    { $accounts }
privacy-account = • { $place }
privacy-account-since = • { $place }, since { $day }
privacy-here = • { $place }: this one
privacy-here-since = • { $place }: this one, since { $day }
privacy-export = Export everything
privacy-erase = Erase everything
privacy-lines-open = Unclear lines
privacy-lines-ask =
    May I keep lines that I don't understand, so that whoever runs this bot can teach me more words? Encrypted, { $days } days at most, without your name or account, none in which I notice danger. They see them with the names and numbers that I spot covered. You can take this back: then the lines are deleted at once.
privacy-lines-on = Yes, keep them
privacy-lines-no = No
privacy-lines-shared = You let me keep lines that I don't understand, for { $days } days at most, to learn more words. Take that back? The kept lines are then deleted at once.
privacy-lines-off = Yes, delete them
privacy-lines-leave = No, go on
privacy-lines-kept = Thank you. From now on I keep lines that I don't understand, for { $days } days at most. /privacy takes it back.
privacy-lines-deleted = Taken back. The lines that I had kept to learn from are deleted.
privacy-lines-unchanged = All right, nothing was changed.
privacy-exported = Here is everything I have stored about you, as a JSON file that you and programs can read.
privacy-exported-partly = Here is all that I can read of what is stored about you. Something is damaged and had to be left out; the file lists what. Nothing was deleted.
privacy-part = Part { $number } of { $of }.
privacy-damaged = Something stored about you is damaged and I can't read it, so I can't go on as usual. I'm sorry. I can hand over what can be read. If you erase everything, you can begin anew.
privacy-sure =
    Erase everything: settings, plans, answers, journal? It can't be undone. An export first keeps you a copy.
privacy-sure-joined =
    Erase everything, for all these accounts: settings, plans, answers, journal? It can't be undone. An export first keeps you a copy; /unlink first leaves the other side one.
    { $places }
privacy-sure-own =
    Erase what you brought here, and what was added since you were joined? It can't be undone, and parts the accounts. The other side gets back what it had before. After { $day } an erase would take everything of both.
privacy-sure-yes = Yes, erase everything
privacy-sure-keep = No, keep it
privacy-kept = Nothing was erased.
privacy-erased-own = What you brought here and what was added since is erased, and the accounts are parted. Goodbye.
privacy-erased = Everything about you is erased. Goodbye.
