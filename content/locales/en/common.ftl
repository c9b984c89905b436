# Words that many texts share.

# A person's own words, shown among texts.
own-words = { $words }

# The if–then plan: $cue is a clause ("I sit down on the sofa"), $action follows "I will" ("put the phone away").
if-then = When { $cue }, I will { $action }.
if-then-apart = The moment: { $cue }. What I do: { $action }.

# How a date is written, as Unicode date fields: "Monday, 23 November".
common-date-pattern = EEEE, d MMMM
common-date-pattern-year = EEEE, d MMMM y

common-yes = Yes
common-no = No
common-skip = Skip
common-back = Back
until-yes = Yes, until then
