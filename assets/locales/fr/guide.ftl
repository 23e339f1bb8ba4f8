### Le guide, et comment se lit un texte de plusieurs pages.

guide-heading = Guide
guide-open = Ouvrir le guide
guide-find = Chercher dans le guide
guide-none = Aucune page ne le dit. Essayez un autre mot, ou une partie de mot.
guide-before = Page précédente
guide-next = Page suivante
reading-contents = Sommaire
reading-page = Revenir à la page
