### The guide, and how a text of many pages is read.

guide-heading = Guide
guide-open = Open the guide
guide-find = Find in the guide
guide-none = No page says this. Try another word, or part of one.
guide-before = Page before
guide-next = Next page
reading-contents = Contents
reading-page = Back to the page
