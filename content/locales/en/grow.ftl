grow-further = A bit further
grow-keep = Keep it as it is
grow-easier = Easier
grow-finish = Finish: I can do this
grow-switch = Another plan

grow-offer-further =
    <b>{ $name }</b>: kept on { $kept } of the last { $applied } days. If you like, it can go a bit further:
    { $next }
grow-offer-further-own =
    <b>{ $name }</b>: kept on { $kept } of the last { $applied } days. Would you like to make it a bit bigger, keep it, or finish?
grow-offer-finish =
    <b>{ $name }</b>: kept on { $kept } of the last { $applied } days, on the last step there is. It seems to be yours now. Finish it, or keep it a while?
grow-offer-easier =
    <b>{ $name }</b>: the last { $applied } days were hard going, so the step may be too big. A smaller one would be:
    { $next }
grow-offer-easier-own =
    <b>{ $name }</b>: the last { $applied } days were hard going, so the step may be too big. Shall we make it smaller?
grow-offer-floor =
    <b>{ $name }</b>: the last { $applied } days were hard going, and this is the smallest step already. Another moment or another plan may fit you better.
grow-offer-further-once =
    <b>{ $name }</b>: this step is done. If you like, the next one is:
    { $next }
grow-offer-further-times =
    <b>{ $name }</b>: that went well. If you like, it can go a bit further:
    { $next }
grow-offer-finish-once =
    <b>{ $name }</b>: the last step there is, and it is done. It seems to be yours now. Finish it, or keep it a while?
grow-offer-finish-times =
    <b>{ $name }</b>: that went well, on the last step there is. It seems to be yours now. Finish it, or keep it a while?
grow-offer-easier-times =
    <b>{ $name }</b>: it has not worked out of late, so the step may be too big. A smaller one would be:
    { $next }
grow-offer-floor-times =
    <b>{ $name }</b>: it has not worked out of late, and this is the smallest step already. Another moment or another plan may fit you better.

grow-stale = That has changed since. <b>{ $name }</b> is now at: { $step }
grow-kept =
    <b>{ $name }</b> stays as it is:
    { $step }
grow-top =
    <b>{ $name }</b> is on its last step already:
    { $step }
    You can finish whenever you feel it is yours.
grow-floor =
    <b>{ $name }</b> is at its smallest step already:
    { $step }
    Another moment for it, or another plan, may fit you better.
grow-moved-further =
    <b>{ $name }</b>, from today:
    { $step }
    If it turns out too much, easier is one press.
grow-moved-easier =
    <b>{ $name }</b>, from today:
    { $step }
    A step that fits is worth more than a big one.
grow-third =
    <b>{ $name }</b>, from today:
    { $step }
    That was the third time in a row for the easier one. It says something about the plan, not about you. Keep this size, or plan it anew?

grow-words-further =
    <b>{ $name }</b>. Today it is: “{ $step }”.
    How would it read a bit bigger? Type it in your own words.
grow-words-easier =
    <b>{ $name }</b>. Today it is: “{ $step }”.
    How would it read so small that it nearly can't fail? Type it in your own words.

grow-sure =
    <b>{ $name }</b> has only been on this step since today:
    { $step }
    Go one further already?
grow-sure-yes = Yes, one further
grow-lines = { $lines }
