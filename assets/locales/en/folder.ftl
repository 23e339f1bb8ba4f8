### The program’s own folder: what is kept between runs, the log, and reports of crashes.

folder-nowhere = You have no home folder, so nothing is kept of what you set or arrange here. Set the variable HOME or XDG_STATE_HOME to a folder of yours, and start again.
# $path (text): a folder or a file. $problem (text): what the system says, in English.
folder-unwritable = Nothing can be kept in { $path }: { $problem }. Make it a folder that you may write to, and start again; until then settings and scenes go with the window, and there is no log.
folder-in-use = The program is open in another window, which keeps the settings. This one works, but what you change in it is not kept, but for consent that you take back: arrange what is to stay in the other.
folder-unreadable = The settings of the last run cannot be read: { $problem }. The program starts with its defaults; the file is kept as { $path }.
folder-unreadable-stays = The settings of the last run cannot be read: { $problem }. The file stays as it is: the program starts with its defaults and keeps nothing this time.
# $names (text): names of settings, as the file has them.
folder-online-unreadable = Which hosts you allowed cannot be read: { $problem }. None is allowed now; the file is kept as { $path }.
folder-online-unreadable-stays = Which hosts you allowed cannot be read: { $problem }. None is allowed now; the file stays as it is, and what you allow is not kept this time.
folder-unknown = This version does not know the values of some settings ({ $names }), which have their defaults now. The file as it was is kept as { $path }.
folder-unknown-stays = This version does not know the values of some settings ({ $names }), which have their defaults now. The file stays as it is, and nothing is kept this time.
folder-unsaved = The settings cannot be kept in { $path }: { $problem }. Make the folder writable, or free some room on it; until then each start has the settings of an earlier one.
folder-set-aside = The last start ended before its window was there. In case it was because of your settings, the program starts with its defaults, and they are kept as { $path }. To have them again, close the program and name that file session.json.
folder-crashed = The program stopped last time because of a fault of its own. The report { $path } says where, and has nothing of yours: you can read it and send it to those who make the program.
folder-work-failed = A part of the program has failed because of a fault of its own; the rest goes on. The report { $path } says where, and has nothing of yours: you can read it and send it to those who make the program.
folder-work-failed-untold = A part of the program has failed because of a fault of its own; the rest goes on. No report could be written.
folder-logged = Something went wrong: { $problem }. The log in { $path } says more.
folder-logged-nowhere = Something went wrong: { $problem }.
