"""How people write things in spreadsheets, in English, French and Arabic: headers, and the words of closed lists.

The first word of each language is the one an export writes; all of them are read, without regard to accents, capitals
and the ways an Arabic letter is written.
"""
