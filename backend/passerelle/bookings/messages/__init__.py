"""What people forward by WhatsApp, mail or text: one module a message.

A message is a frozen dataclass of values and a pure function ``text(values)`` that says them in the active
language; it reads no database and no clock. A selector fills the values, ``speaking.told_in`` chooses the language.
"""
