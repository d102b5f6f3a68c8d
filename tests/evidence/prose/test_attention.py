"""The order in which an editor looks at sentences."""

from evidence.prose.attention import Why, attention


def why(text):
    return [reason for reason, _words in attention(text).reasons]


def test_advice_comes_before_cause_and_cause_before_what_goes_together():
    texts = (
        "You should take it daily.",
        "In adults it reduces pain after surgery.",
        "In adults it was associated with pain after surgery.",
        "Tea is a drink.",
    )
    scores = [attention(text).score for text in texts]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0


def test_every_reason_names_its_words():
    asked = attention("It reduces anxiety by 30 %.")
    assert asked.reasons == (
        (Why.CAUSE, ("reduces",)), (Why.FIGURE, ("30 %",)), (Why.NOBODY, ("anxiety",)),
    )  # fmt: skip


def test_whom_it_was_seen_in_and_a_hedge_lower_it():
    assert why("In rats it reduces anxiety.") == [Why.CAUSE]
    assert why("In rats it may reduce anxiety.") == [Why.HEDGED]


def test_a_question_asks_for_none():
    assert attention("Does it reduce anxiety by 30 %?").score == 0
