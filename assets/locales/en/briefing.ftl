## The briefing on screen

briefing-heading = Briefing
briefing-start = Start the briefing
briefing-start-here = Start the briefing at the selected place
# $number (number): of the scene.
briefing-scene = Scene { $number }
# $number, $count (number): the scene that is shown, and how many there are.
briefing-count = { $number } / { $count }
briefing-by-article = article
briefing-next = Next scene
briefing-back = Previous scene
# $title (text): of the next scene.
briefing-then = Next: { $title }
briefing-at-end = This is the last scene
briefing-jump = Go to a scene
briefing-ends = First, last scene
briefing-black = Black screen
briefing-blank = White screen
briefing-spotlight = Spotlight at the pointer
briefing-draw = Draw
briefing-hide-text = Hide or show the text
briefing-strip = Presenter’s strip
briefing-end = End the briefing
briefing-pen = Pen
briefing-arrow = Arrow
briefing-circle = Circle
briefing-red = Red
briefing-yellow = Yellow
briefing-blue = Blue
briefing-white = White
briefing-clear = Clear what is drawn on this scene
briefing-lay-down = Stop drawing
keycap-number-enter = number, Enter
settings-mirrored-arrows = Arrow keys of a briefing mirrored
# $quote (text): our translation; $mark (text): that it is ours.
quote-translated = { $quote } ({ $mark })
