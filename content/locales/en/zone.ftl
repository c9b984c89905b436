zone-label = { $place } · { $time }
zone-ask =
    What time is it for you now? I only write in your daytime.
    Press what fits, or type your time (like 14:05) or your city.
zone-which = { $time }: which place is nearest to you?
zone-nearest = I know no place where it is { $time } now. These come nearest. You can also type your time again, or your city.
zone-city = “{ $words }”: is it this one?
zone-cities = “{ $words }”: which of these is it?
zone-other = Another place
zone-otherwise = Then please type a bigger city nearby, or the time on your clock, like 14:05. These I can offer too:
zone-unclear =
    I don't find “{ $words }”. Please type a bigger city nearby, or the time on your clock, like 14:05.
