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
challenge-left-quote = You've left, and nothing of yours counts for this week. Your line isn't quoted either; it stays in your journal. You are welcome back any time.
challenge-left-already = You aren't part of this week, so nothing changed.
challenge-over = That week is over. The newest post here has the step of this week.
quote-share = Quote it without my name
quote-shared =
    This will be in next week's post, without your name, if enough people take part that nobody can guess:
    <i>“{ $words }”</i>
quote-shared-seen =
    Those who manage this server can read it now, but not who wrote it. If they let it in, it will be in next week's post, without your name, if enough people take part that nobody can guess:
    <i>“{ $words }”</i>
quote-not-here = Words of yours are not quoted on this server, so nothing changed. They stay in your journal.
quote-unfit = A quote can hold no links, invites, @names or other contacts, since everybody may read it. Your answer stays in your journal as it is. You can answer again without them.
quote-back = Don't quote it
quote-taken-back = It won't be quoted. It stays in your journal.
quote-not = There's nothing here to quote, so nothing changed.

# --- for who manages the server

command-community = Set Scrollwise up for this server
community-elsewhere = That works on a server of a community, for those who manage it.
community-not-yours = Only those who may manage this server can set that.
community-settings =
    <b>Scrollwise for this server</b>
    { $lines }
    Once a week: a question with a thread, a small step to join, and what came of the last week, without names or rankings.
community-off = Choose a channel, and it begins there.
community-on = The next posts come on { $day }, at { $time }.
community-clock = Time zone: { $zone }, where it is { $time } now.
community-trouble-gone = The channel is gone, or no longer one that I can post in, so nothing is posted until you choose another.
community-trouble-closed = The last post could not be made: that channel is closed to me.
community-trouble-threads = The last question came without a thread: I lack the permission to make one.
community-missed = This week's posts are not all there. They can still come.
community-now = Post this week's now
community-now-done = They come within a minute.
community-now-nothing = There is nothing to post now: this week's posts are there, or no channel is set.
community-channel-elsewhere = That channel is not one of this server's, or is gone, so I don't post there.
community-channel-kind = I can't post in that kind of channel. A text or an announcement channel works.
community-channel-age = That channel is age-restricted, and I am for people from 13 on, so I don't post there.
community-channel-unseen = I can't look at that channel just now, so nothing is changed. Please choose it again in a moment.
community-trouble-closed-past = The last post could not be made. The channel is fine now.
community-trouble-threads-past = The last question came without a thread. The channel is fine now.
community-back = Back to the settings
community-quotes-is-off = Quotes: off
community-quotes-is-seen = Quotes: after you read them
community-quotes-is-on = Quotes: on
community-quotes =
    <b>Quotes from members</b>
    { $lines }
community-quotes-off = Off: no words of members are in the look back.
community-quotes-seen = A line that its author offers comes into the look back, without a name, once somebody here let it in.
community-quotes-on = A line that its author offers comes into the look back, without a name. Links, mentions and handles are kept out. You can take any line out.
community-quotes-set-off = No quotes
community-quotes-set-seen = Quotes that I read before
community-quotes-set-on = All quotes
community-quote-new = { $number }. “{ $words }”
community-quote-passed = { $number }. “{ $words }” (let in)
community-quote-posted = { $number }. “{ $words }” (posted)
community-quote-more = And { $number } more, once these are decided.
community-quote-pass = Let { $number } in
community-quote-refuse = Take { $number } out
community-quote-block = Block who wrote { $number }
community-quote-pass-done = Let in.
community-quote-refuse-done = Taken out.
community-quote-refuse-done-posted = Taken out. It leaves the post within a minute.
community-quote-block-done = Nothing of that person is quoted here any more. Nobody learns who it is.
community-quote-block-done-posted = Nothing of that person is quoted here any more, and the line leaves the post within a minute. Nobody learns who it is.
community-quote-gone = That line was changed or taken back, so nothing is done.
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
