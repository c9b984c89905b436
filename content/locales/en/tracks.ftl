# What matters to a person, as buttons: at most 40 characters.
track-time = My time
track-feed = What my feed shows me
track-post = What I post
track-privacy = My privacy
track-people = The people near me
track-maker = I work in social media
