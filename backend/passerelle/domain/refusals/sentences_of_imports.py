"""What a person reads of a spreadsheet that cannot be read, and of a cell that cannot."""

from passerelle.domain.refusals.codes import Code
from passerelle.domain.refusals.marking import _

OF_IMPORTS: dict[Code, str] = {
    Code.FILE_EMPTY: _("There is nothing in this file. Choose the file that has the rows."),
    Code.FILE_TOO_LARGE: _(
        "This file is larger than %(most)s. Save only the sheet with the rows, or split it into several files."
    ),
    Code.FILE_NO_SHEET: _("This is not a spreadsheet. Choose an Excel file (.xlsx) or a CSV file."),
    Code.FILE_OTHER_SHEET: _(
        "This kind of spreadsheet cannot be read. Open it, save it as .xlsx or CSV, and choose that file."
    ),
    Code.FILE_LOCKED: _("This file is locked with a password. Save it without one, and choose it again."),
    Code.FILE_LETTERS: _(
        "The letters of this file cannot be told apart. Save it as .xlsx, or as CSV in UTF-8, and choose it again."
    ),
    Code.FILE_DAMAGED: _(
        "This file is damaged. Open it in your spreadsheet program, save it anew as .xlsx, and choose it again."
    ),
    Code.TOO_MANY_ROWS: _(
        "This sheet has %(rows)s rows. At most %(most)s can be imported at once: split it into several files."
    ),
    Code.TOO_MANY_COLUMNS: _("This sheet has more than %(most)s columns. Take out those that are not to be imported."),
    Code.ONLY_A_HEADER: _("This sheet has a header and no rows below it. Choose the file that has the rows."),
    Code.SEVERAL_SHEETS: _("This file has several sheets, and one of them was read. Save another one as a file of its own."),
    Code.MERGED_FILLED: _("Some cells are merged downwards: what they say was taken for each of their rows."),
    Code.HEADER_TWICE: _("Two columns may be the same thing. The first was taken; choose another one where that is wrong."),
    Code.PLACES_UNSAID: _(
        "No column says where people can work, so new ones are taken to work anywhere. Say it for each of them afterwards."
    ),
    Code.FIELD_UNKNOWN: _("There is no such thing to import here. Choose one of the list."),
    Code.FIELD_TWICE: _("Another column is taken for this already. Choose one of the two."),
    Code.COLUMN_FOR_READING: _("What this column says is changed in Passerelle, not by a spreadsheet. Leave it out."),
    Code.COLUMN_UNKNOWN: _("The sheet has no such column."),
    Code.ROWS_WRONG: _(
        "Rows that cannot be read: %(rows)s. Mend them in the sheet and choose it again, or say that they are left out."
    ),
    Code.NOTHING_TO_IMPORT: _("No row of this sheet would change anything."),
    Code.IMPORT_OUTDATED: _("Something changed since this sheet was checked. It was checked again: look at it once more."),
    Code.IMPORT_USED: _("Row %(row)s, %(name)s: used or changed since, so this import cannot be taken back as a whole."),
    Code.IMPORT_FORGOTTEN: _(
        "What this import changed is no longer kept, so it cannot be taken back. Change what is wrong by hand."
    ),
    Code.FORMULA_UNSAID: _(
        "This is a formula whose result is not in the file. Open the file in your spreadsheet program and save it."
    ),
    Code.FORMULA_FAILED: _("The formula of this cell ends in an error. Write what it should say."),
    Code.CELLS_MERGED: _("This cell is merged with those beside it. Split it, so that each column says its own."),
    Code.WORD_UNKNOWN: _("“%(word)s” is not known here. Known are: %(known)s."),
    Code.WORD_WIDER: _("“%(word)s” can be more than one language here. Write which: %(known)s."),
    Code.DAY_UNREAD: _("“%(word)s” is not a day that exists. Write it as 27/11/2026 or 2026-11-27."),
    Code.DAY_UNCLEAR: _("“%(word)s” could be two different days. Write it as 2026-11-27."),
    Code.TIME_UNREAD: _("“%(word)s” is not a time of day. Write it as 14:30."),
    Code.CLOCKS_SKIPPED_IT: _("Clocks skipped %(time)s on that day. Write a time before or after that hour."),
    Code.CLOCKS_SHOWED_IT_TWICE: _(
        "Clocks showed %(time)s twice on that day, so nobody can tell which is meant. Write a time before or after that hour."
    ),
    Code.END_UNSAID: _("When it ended is not said. Write it here too, as 14:30-15:30, or in a column of its own."),
    Code.ENDS_OTHERWISE: _("By this it ended at %(here)s, by another cell of this row at %(other)s. Let both say the same."),
    Code.NUMBER_UNREAD: _("“%(word)s” is not a number that can be meant here."),
    Code.ID_UNKNOWN: _("Nothing here has this id. Leave it empty to find it by its name."),
    Code.SEVERAL_SUCH: _("There is more than one “%(name)s” here. Add what tells them apart, a phone number or the id."),
    Code.TWICE_IN_SHEET: _("Row %(row)s says the same. Keep one of the two."),
    Code.DAY_TO_COME: _("This is not over yet. Only what is past can be imported; plan the rest here."),
    Code.DAY_TOO_OLD: _("This is older than what is kept here: it would be deleted within weeks. Leave this row out."),
    Code.DAY_STILL_OPEN: _("This day is here already and not closed yet. Record what happened there."),
    Code.NOT_HELD: _(
        "This session was not held, so there is nothing to write down of it. "
        "Leave this row out; what is to come is planned here."
    ),
    Code.DAY_NOT_DONE: _(
        "This day was not done, so there is nothing to write down of it. Leave this row out; what is to come is planned here."
    ),
    Code.DAY_HERE: _("This day is here already, and not as this cell says. Change it there, or leave this cell empty."),
    Code.ZONE_UNSAID: _("The partners here are in more than one time zone. Write that of this day, like Europe/Paris."),
    Code.ZONE_OF_ANOTHER: _("This group meets in the time zone %(name)s. Write that, or leave this cell empty."),
    Code.MEMBER_UNKNOWN: _(
        "%(partner)s has nobody called “%(name)s” here. Import partners first, or write the name or the e-mail address "
        "as it is here, several of them with a semicolon between."
    ),
    Code.DEPUTY_UNKNOWN: _(
        "Nobody of the team is called “%(name)s” here. Write the name or the e-mail address as it is here, or leave this empty."
    ),
    Code.SEVERAL_NAMED: _("There is more than one “%(name)s” here. Write their e-mail address instead."),
    Code.NOTHING_DUE: _(
        "This cannot be due here: nothing is to who did not come, and no fee to a volunteer. Correct it, or leave it empty."
    ),
    Code.SEEN_UNREAD: _(
        "“%(word)s” cannot be read. Write what was seen, the day it was seen and the last day it counts: "
        "Check 2026-01-31 – 2029-01-31. Known are: %(known)s."
    ),
    Code.PARTNER_UNKNOWN: _("No partner here is called “%(name)s”. Import partners first, or write the name as it is here."),
    Code.GROUP_UNKNOWN: _(
        "%(partner)s has no group called “%(name)s” here. Import partners first, or write the name as it is here."
    ),
    Code.INTERPRETER_UNKNOWN: _(
        "No interpreter here is called “%(name)s”. Import interpreters first, or write the name as it is here."
    ),
    Code.COUNTS_DIFFER: _(
        "This cell lists %(here)s, the row has %(other)s places. Write one for each of them, or one for all, "
        "or give each place a row of its own."
    ),
    Code.LANGUAGE_OF_WHOM: _(
        "Somebody in this row speaks more than one language. Write as many languages as interpreters, in the same order."
    ),
    Code.PHONE_OF_WHOM: _(
        "This row has more than one interpreter. Write as many phone numbers, in the same order, or leave this cell empty."
    ),
    Code.NAMED_TWICE: _("%(name)s stands in this row twice. Write each interpreter once."),
    Code.NEVER_A_FEE: _("%(name)s is never given a fee, only expenses. Write that it was as a volunteer."),
    Code.SESSION_HERE: _("This session is here already, and not as this row says. Change it there."),
    Code.CLASH_IN_SHEET: _("The same person cannot be in two places: this overlaps with row %(row)s."),
    Code.CLASH_HERE: _("The same person cannot be in two places: this overlaps with another booking of %(name)s here."),
    Code.TOO_LONG_A_TIME: _("A session lasts from five minutes to twelve hours."),
    Code.VOLUNTEER_MISSED: _("A volunteer is never recorded as missing. Leave the interpreter out of this row."),
    Code.ROW_CONTRADICTS: _("Row %(row)s says otherwise about the same thing. Let both say the same."),
    Code.ACCOUNT_CLOSED: _("The account of this address was closed. Write another address, or leave this person out."),
    Code.GROUP_ELSEWHERE: _("This group meets at %(name)s. Where it meets stays: another place is another group."),
}
