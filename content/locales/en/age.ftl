# The question of age and consent, before a community's post keeps anything of somebody new.
age-ask =
    <b>A question before anything is kept</b>
    I am Scrollwise, a program. You need to be 13 or older. If you go on, I keep what you answer here and the weeks you take part in; your own words are stored encrypted. /privacy hands you all of it, or erases it.
age-ok = I'm 13 or older: go on
age-thanks = Thank you. Now your answer can be kept:
age-words-back =
    I have not kept this yet, so that you can copy it:
    { $words }
