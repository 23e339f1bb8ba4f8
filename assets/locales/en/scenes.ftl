### The scenes of the briefing, as they are arranged in the panel.

scenes-heading = Scenes of the briefing
scenes-built-in = These are the dossier’s. The first change makes a copy of your own; the dossier stays as it is.
scenes-own = Your own scenes. Every change is kept at once.
scenes-none = There is no scene yet. Show on the map what you want to speak of, then capture it.
scenes-capture = Capture this view
scenes-save-into = Write into the open dossier
scenes-save = Save as a dossier…
scenes-restore = Back to the dossier’s scenes
scenes-all = All scenes
scenes-untitled = Untitled scene
scenes-numbered = Scene { $number }: { $title }
scenes-callout-count = { PLURAL($count) ->
    [one] { $count } callout
   *[other] { $count } callouts
}
scenes-title = Title
scenes-text = What is said
scenes-language = Words are written in the language of the window. Where another language has none, these stand there.
scenes-excerpt = Words of the article
scenes-excerpt-none = none
scenes-excerpt-next = Next excerpt
scenes-excerpt-before = Previous excerpt
scenes-retake = Use the present view
scenes-present = Present this scene
scenes-earlier = Move earlier
scenes-later = Move later
scenes-duplicate = Duplicate the scene
scenes-delete = Delete the scene
scenes-callouts = Callouts
scenes-callout-title = Callout { $number }
scenes-callout-note = Line to callout { $number }
scenes-callout-delete = Remove callout { $number }
scenes-callouts-full = Seven callouts are the most that a scene has.
scenes-point = Add by clicking the map
scenes-point-end = Done
scenes-point-hint = Click pins or spots on the map. Escape ends it.
