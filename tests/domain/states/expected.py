"""The tables once more, written from product.md ("States") and not from the code: a change there is noticed here."""

from tests.support.transitions import Expected

VISIT = Expected(
    stated="""
        planning > confirmed | confirm | team
        confirmed > confirmed | confirm_rest | team
        planning, confirmed > cancelled | cancel | team
        confirmed > done | finish | system
    """,
    added="""
        planning > planning | edit | team
        confirmed > confirmed | edit | team
        planning > planning | change_mode | team
        confirmed > confirmed | change_mode | team
        planning, confirmed > cancelled | move | team
    """,
)

SESSION = Expected(
    stated="""
        draft > requested | submit | partner, team
        requested > scheduled | schedule | team
        requested > declined | decline | team
        scheduled > confirmed | confirm | team
        confirmed > scheduled | move | team
        confirmed > scheduled | change_mode | team
        requested, scheduled, confirmed > withdrawn | withdraw | partner, team
        scheduled, confirmed > cancelled | cancel | team
        confirmed > held | close | team
    """,
    added="""
        draft > draft | edit | partner, team
        draft > draft | discard | partner, team
        requested > requested | choose_told | partner, team
        scheduled > scheduled | choose_told | partner, team
        confirmed > confirmed | choose_told | partner, team
        requested > requested | edit_details | partner, team
        requested > requested | propose_change | partner, team
        scheduled > scheduled | edit_details | partner, team
        scheduled > scheduled | propose_change | partner, team
        confirmed > confirmed | edit_details | partner, team
        confirmed > confirmed | propose_change | partner, team
        requested > requested | withdraw_change | partner, team
        scheduled > scheduled | withdraw_change | partner, team
        confirmed > confirmed | withdraw_change | partner, team
        requested > requested | accept_change | team
        scheduled, confirmed > scheduled | accept_change | team
        requested > requested | refuse_change | team
        scheduled > scheduled | refuse_change | team
        confirmed > confirmed | refuse_change | team
        scheduled > scheduled | open_shift | team
        confirmed > confirmed | open_shift | team
        scheduled > scheduled | move | team
        scheduled > scheduled | change_mode | team
    """,
)

SHIFT = Expected(
    stated="""
        open > taken | take | interpreter, team
        taken > confirmed | confirm | team, system
        taken, confirmed > open | release | interpreter, team, system
        open > unfilled | expire | system
        open, taken, confirmed > cancelled | cancel | team, system
        confirmed > worked | record_worked | team
        confirmed > missed | record_missed | team
    """,
    added="""
        open > open | ask | team, system
        taken > taken | ask | team, system
        confirmed > confirmed | ask | team, system
        open > open | edit | team
        taken > taken | edit | team
        confirmed > confirmed | edit | team
        open > open | override | team
        taken > taken | override | team
        confirmed > confirmed | override | team
        confirmed > taken | unconfirm | system
    """,
)

OFFER = Expected(
    stated="""
        new > asked | ask | team, system
        new > accepted | accept | team
        asked > accepted | accept | interpreter, team
        asked > reserve | stand_by | interpreter, team
        asked > declined | decline | interpreter, team
        asked > lapsed | lapse | system
        declined, lapsed > accepted | accept | interpreter, team
        declined, lapsed > reserve | stand_by | interpreter, team
        reserve, accepted > asked | ask_again | system
        accepted > asked | undo | interpreter
        accepted, reserve > withdrawn | withdraw | interpreter, team
        asked, accepted, reserve > stood_down | stand_down | team, system
    """,
    added="""
        reserve, declined > asked | undo | interpreter
        asked > asked | ask_again | system
        reserve > accepted | accept | team
        withdrawn, stood_down > asked | ask | team
        withdrawn, stood_down > accepted | accept | team
    """,
)

IMPORT = Expected(
    stated="",
    added="""
        matching, ready > ready | match | team
        ready > applied | apply | team
        applied > undone | undo | team
        matching > matching | discard | team
        ready > ready | discard | team
    """,
)
