# What a community on a server gets. Posts are read by everybody there; all else only by who pressed.

community-prompt =
    <b>A question for this week</b>
    { $prompt }

    The thread is for whoever likes to share. An answer in private goes into your own journal, and only you read it.
community-answer = Answer privately
community-begin = Start my own plan
community-challenge =
    <b>A small step for this week</b>
    { $step }

    Join if you like; one press a day notes it. Nobody sees who joined, nothing is compared, and leaving is one press.
challenge-join = Join
challenge-kept = I did it today
challenge-leave = Leave

community-digest = { $lines }
community-digest-people =
    <b>Last week, together</b>
    { $people } people took part.
community-digest-kept = { $kept ->
    [one] One small step was kept.
   *[other] { $kept } small steps were kept.
  }
community-digest-quote =
    Someone wrote, and chose to share: <i>“{ $words }”</i>
community-digest-quiet =
    <b>Last week, together</b>
    Whoever paused for a moment last week, however small: that was worth it. A new week begins, for whoever likes.

# --- only for who pressed

community-answered = It's in your own journal, and only you read it.
challenge-joined = You're in, and nobody else sees it. Press “I did it today” on any day that you did.
challenge-joined-already = You're in already. “I did it today” notes a day.
challenge-noted = Noted for today. Nobody else sees it.
challenge-noted-and-joined = Noted for today, and you have joined with it. Nobody else sees it.
challenge-noted-already = Today is noted already.
challenge-slip = That was a slip
challenge-slip-none = That day isn't noted, so nothing changed.
challenge-slipped = Taken back.
challenge-left = You've left, and nothing of yours counts for this week. You are welcome back any time.
challenge-left-already = You aren't part of this week, so nothing changed.
challenge-over = That week is over. The newest post here has the step of this week.
quote-share = Quote it without my name
quote-shared =
    This will be in next week's post, without your name, if enough people take part that nobody can guess:
    <i>“{ $words }”</i>
quote-back = Don't quote it
quote-taken-back = It won't be quoted. It stays in your journal.
quote-not = There's nothing here to quote, so nothing changed.

# --- for who manages the server

community-command = Set Scrollwise up for this server
community-elsewhere = That works on a server of a community, for those who manage it.
community-not-yours = Only those who may manage this server can set that.
community-settings =
    <b>Scrollwise for this server</b>
    { $lines }
    Once a week: a question with a thread, a small step to join, and what came of the last week, without names or rankings.
community-off = Choose a channel, and it begins there.
community-on = The next posts come on { $day }, at { $time }.
community-clock = Time zone: { $zone }, where it is { $time } now.
community-trouble-gone = The channel is gone, so nothing is posted until you choose another.
community-trouble-closed = The last post could not be made: I lack permissions in that channel.
community-trouble-threads = The last question came without a thread: I lack the permission to make one.
community-missing = In that channel I lack: { $permissions }.
community-may-view = View Channel
community-may-send = Send Messages
community-may-threads = Create Public Threads
community-channel = Channel for the weekly posts
community-day = Day
community-hour = Hour
community-hour-at = { $time }
community-zone = Time zone
community-challenge-on = Weekly step: on
community-challenge-off = Weekly step: off
community-digest-on = Weekly look back: on
community-digest-off = Weekly look back: off
community-language-is = Language: { $words }
community-city-title = Time zone
community-city = A city in your time zone
community-city-other = Another city
community-city-which = Which “{ $words }” is it?
community-city-unknown = I don't know a place called “{ $words }”. A bigger city nearby may work.
community-thread = This week's question
discord-name-community = community
