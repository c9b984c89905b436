command-stop = End all messages, at once
rest-stopped = Done: I write nothing more. /start takes up again, /privacy erases what I know.
rest-on = Good, we go on. All that you did before still counts.
rest-on-at = Good, we go on. All that you did before still counts. Next comes { $what }: { $day }, { $time }.
rest-on-new = Good, we go on. /start leads on from where you were.
