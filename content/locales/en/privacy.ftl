command-privacy = What is stored; get it, or erase it

privacy-all =
    I store your settings, check-ins and words to coach you, and for nothing else: no ads, no sale, no training of models. What you write is encrypted. Here only you read it; whoever runs this bot holds the key.
    For people from 13 on. Export or erase everything, any time:
privacy-export = Export everything
privacy-erase = Erase everything
privacy-exported = Here is everything I have stored about you, as a JSON file that you and programs can read.
privacy-sure =
    Erase everything: settings, plans, answers, journal? It can't be undone. An export first keeps you a copy.
privacy-sure-yes = Yes, erase everything
privacy-sure-keep = No, keep it
privacy-kept = Nothing was erased.
privacy-erased = Everything about you is erased. Goodbye.
