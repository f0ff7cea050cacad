"""What is like what persons marked is proposed, never over a rule; the unlike is left out."""

from dataclasses import replace
from importlib.resources import files

import pytest

from answerable.reading.formats import canonical
from answerable.reading.gazetteer import Gazetteer
from answerable.reading.likeness.cues import Part, Surroundings, spelled
from answerable.reading.likeness.cutting import cut
from answerable.reading.likeness.sorts import words
from answerable.reading.likeness.weights import PLACES, BadWeights, Weights, from_lines
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import OTHER
from answerable.reading.reading import Reading, read

LIKE = "Somebody senior ought to have another look at the rota."
OTHER_WORDS = "Somebody senior read out the rota from the last page."
WEIGHTS = from_lines(
    [
        "# a remark",
        "kinds\trecommendation\taction",
        "base\t-40\t-40",
        "list\t0.5\t0.5",
        "prose\t0.6\t0.5",
        "unlikely\t0.01\t0.01",
        "w=ought\t900\t",
        "b=senior ought\t200\t0",
        "section=actions\t\t900",
    ]
)


def reading(text: str, weights: Weights | None = WEIGHTS) -> Reading:
    return read(canonical(text.encode(), media_type="text/plain"), likeness=weights)


def found(text: str, weights: Weights | None = WEIGHTS) -> list[tuple[str, str, str]]:
    return [
        (line["kind"], line["rule"], line["quote"]["exact"])
        for line in reading(text, weights).lines()
        if line["kind"] in ("recommendation", "action")
    ]


def test_a_passage_that_is_like_a_kind_is_proposed_in_its_exact_words() -> None:
    assert found(f"{LIKE}\n\n{OTHER_WORDS}\n") == [
        ("recommendation", "likeness.recommendation", "have another look at the rota.")
    ]
    for told in (
        "Somebody senior ought not be asked about the rota.",
        "A rota of the watch ought to be kept by somebody.",
    ):
        assert found(f"{told}\n") == [("recommendation", "likeness.recommendation", told)]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("The watch failed to have another look at the rota.", False),
        ("Some of them tried to have another look at the rota.", False),
        ("It is good for the watch to have another look at the rota.", True),
        ("But the rota of the night watch was late again.", False),
        ("All the books of the watch have a rota in them.", False),
        ("The rota of the night watch was late, and somebody should look.", True),
        ("Books of the night watch in which the rota is kept.", True),
    ],
)
def test_what_was_not_done_or_is_only_told_is_recommended_by_nobody(
    told: str, asked: bool
) -> None:
    behind = {f"[2={word} to": (90, 0) for word in ("failed", "tried", "watch")}
    cues = {**WEIGHTS.cues, "w=rota": (900, 0), "[2=^ ^": (40, 0), **behind}
    assert bool(found(f"{told}\n", replace(WEIGHTS, cues=cues))) is asked


def test_without_weights_nothing_is_proposed() -> None:
    assert found(f"{LIKE}\n", None) == []


def test_what_a_rule_reads_stays_as_the_rule_reads_it() -> None:
    told = "Recommendation 1: the force should review the rota it ought to keep by 30 May 2031.\n"
    assert [one[1] for one in found(told)] == [one[1] for one in found(told, None)] != []


def test_a_heading_and_a_few_letters_are_like_nothing() -> None:
    assert found("What ought to come next\n\nThe force ought to\n") == []


def test_each_kind_is_made_by_the_grammar_of_its_rules() -> None:
    (line,) = [
        one
        for one in reading("Somebody ought to look again by 30 June 2031.\n").lines()
        if one["kind"] == "recommendation"
    ]
    assert line["fields"]["due"] == "2031-06-30"
    assert line["confidence"] == 0.5


def test_what_a_rule_reads_in_running_text_is_left_out_where_it_is_very_unlikely() -> None:
    told = "Recommendation 1: the force should review the rota it keeps by 30 May 2031.\n"
    unlike = replace(WEIGHTS, unlikely=(0.9, 0.9))
    assert [one[1] for one in found(told)] == [one[1] for one in found(told, None)] != []
    assert found(told, unlike) == []


@pytest.mark.parametrize(
    ("weight", "shown"), [(900, None), (170, "high"), (110, "middle"), (0, None)]
)
def test_what_is_a_little_like_a_kind_is_shown_as_unread(weight: int, shown: str | None) -> None:
    weights = replace(WEIGHTS, cues={"w=page": (weight, 0)})
    unread = [line for line in reading(OTHER_WORDS, weights).lines() if line["kind"] == "residue"]
    plain = [line for line in reading(OTHER_WORDS, None).lines() if line["kind"] == "residue"]
    assert plain == []
    assert [line["fields"]["likelihood"] for line in unread] == ([shown] if shown else [])
    for line in unread:
        assert (line["quote"]["exact"], line["fields"]["trigger"]) == (OTHER_WORDS, "page")


def test_a_row_of_a_table_keeps_what_a_rule_reads_there() -> None:
    rows = "| Ref | Action | Owner | Due |\n| A1 | Review the rota again | ACC | 30 May 2031 |\n"
    unlike = replace(WEIGHTS, unlikely=(0.9, 0.9))
    text = canonical(rows.encode(), media_type="text/markdown")
    read_by = [
        [line["quote"]["exact"] for line in read(text, likeness=one).lines() if line["quote"]]
        for one in (None, unlike)
    ]
    assert read_by[0] == read_by[1] != []


def test_a_deadline_before_the_words_of_a_record_is_its_deadline() -> None:
    cuts = {**WEIGHTS.cues, "[2=ought to": (90, 0), "]1=rota": (90, 0)}
    (line,) = [
        one
        for one in reading(
            "By 30 June 2031 somebody ought to look again at the rota, in our view.\n",
            replace(WEIGHTS, cues=cuts),
        ).lines()
        if one["kind"] == "recommendation"
    ]
    assert line["quote"]["exact"] == "look again at the rota"
    assert line["fields"]["due"] == "2031-06-30"
    assert line["support"]["due"]["exact"] == "By 30 June 2031"


def test_names_numbers_and_abbreviations_are_each_one_cue() -> None:
    assert [one.plain for one in words("PC Bloggs met 14 of Eastmarsh’s HQ staff.")] == [
        one.plain for one in words("DS Carter met 92 of Northfield’s CID staff.")
    ]


def test_words_have_a_stem_and_a_class() -> None:
    assert [(one.stem, one.sort) for one in words("It was told to review ratings quickly")] == [
        ("it", "they"),
        ("was", "be"),
        ("told", "report"),
        ("to", "to"),
        ("review", "x"),
        ("rat", "x"),
        ("quick", "LY"),
    ]


def test_cues_tell_the_duty_that_is_stated() -> None:
    text = canonical(
        b"Ms Ode said that the watch must soon mend the rota.", media_type="text/plain"
    )
    material = Material(text, OTHER, Gazetteer(), Meta())
    own = spelled(Surroundings(material, material.passages).cues(0)[3][1])
    assert own == {
        *("o=must", "od=soon", "oa=the", "oz=watch", "ok=x", "os=said", "of=False"),
    }
    unsaid = Material(
        canonical(b"The watch mends the rota.", media_type="text/plain"),
        OTHER,
        Gazetteer(),
        Meta(),
    )
    assert spelled(Surroundings(unsaid, unsaid.passages).cues(0)[3][1]) == {"o=no"}


def test_cues_say_where_a_passage_stands() -> None:
    text = canonical(b"Actions\n\n- look again at the rota\n", media_type="text/plain")
    material = Material(text, OTHER, Gazetteer(), Meta(title="Board minutes"))
    around = Surroundings(material, material.passages)
    own = {cue for _, parts in around.cues(len(material.passages) - 1) for cue in spelled(parts)}
    assert {"w=rota", "b=look again", "s0=look", "z=look", "p=actions", "listed=True"} <= own
    assert {"profile=other", "d=board", "mark=-", "kk=x at"} <= own


def test_a_likelihood_is_that_of_the_logistic_model() -> None:
    least = {"list": (0.5,), "prose": (0.5,)}
    weights = Weights(("action",), (-10,), least, (0.0,), {"w=a": (30,), "w=b": (-10,)})
    four = (("w", "abcd"),)
    (likely,) = weights.likelihoods([(1.0, four)])
    assert likely == pytest.approx(0.5)  # -1 + (3 - 1) / root of 4 = 0
    (half,) = weights.likelihoods([(0.5, four)])
    assert half == pytest.approx(0.3775407)  # -1 + half of it
    (nothing,) = weights.likelihoods([])
    assert nothing == pytest.approx(0.2689414)


def test_what_a_heading_weighs_is_kept_for_the_next_passage_below_it() -> None:
    least = {"list": (0.5,), "prose": (0.5,)}
    weights = Weights(("action",), (-10,), least, (0.0,), {"h=a": (30,), "l=a": (-20,)})
    known: dict[Part, int] = {}
    heading, lead = ("h", frozenset("a")), ("l", frozenset("a"))
    for parts in ((heading,), (lead,), (heading, lead)):
        alone = weights.likelihoods([(1.0, parts)])
        assert weights.likelihoods([(1.0, parts)], known) == alone
    assert set(known) == {heading, lead}


def test_kinds_are_rivals_of_one_another_and_of_none() -> None:
    least = {"list": (0.5, 0.5), "prose": (0.5, 0.5)}
    cues = {"w=a": (20, -30), "w=b": (0, 40)}
    weights = Weights(("action", "recommendation"), (10, 0), least, (0.0, 0.0), cues)
    both = weights.likelihoods([(1.0, (("w", "a"),)), (1.0, (("", ["w=b"]),))])
    assert both == pytest.approx((0.8437947, 0.1141952))  # e^3 and e^1 of 1 + e^3 + e^1
    assert sum(both) < 1


@pytest.mark.parametrize(("weight", "shown"), [(900, True), (95, False), (0, False)])
def test_what_is_read_as_one_kind_and_more_like_another_is_shown(weight: int, shown: bool) -> None:
    told = "Recommendation 1: the force should review the rota it keeps by 30 May 2031.\n"
    weights = replace(WEIGHTS, unlikely=(0.0, 0.0), cues={"w=rota": (0, weight)})
    doubts = [
        (line["quote"]["exact"], line["fields"]["reason"], line["fields"]["trigger"])
        for line in reading(told, weights).lines()
        if line["rule"] == "likeness.doubtful"
    ]
    assert [reason for _, reason, _ in doubts] == ["ambiguous"] * shown
    assert found(told, weights) == found(told, None)
    same = replace(WEIGHTS, cues={"w=rota": (weight, 0)})
    assert not [line for line in reading(told, same).lines() if line["kind"] == "residue"]


def test_a_row_of_a_table_that_is_more_like_another_kind_is_shown() -> None:
    rows = "| Ref | Action | Owner | Due |\n| A1 | Review the rota again | ACC | 30 May 2031 |\n"
    text = canonical(rows.encode(), media_type="text/markdown")
    weights = replace(WEIGHTS, cues={"w=rota": (900, 0)})
    shown = [one.fields["reason"] for one in read(text, likeness=weights).records
             if one.rule == "likeness.doubtful"]  # fmt: skip
    assert shown == ["ambiguous"]


def test_a_record_is_cut_where_words_on_both_sides_say() -> None:
    weights = replace(WEIGHTS, cues={"[2=asked to": (50, 0), "]4=and": (30, 0)})
    told = "Ms Ode was asked to write to every ward and the clerk noted it."
    first, last = cut(told, "recommendation", weights)
    assert told[first:last] == "write to every ward"
    assert cut(told, "action", replace(weights, cues={})) == (0, len(told))


@pytest.mark.parametrize(
    "rows",
    [
        ["kinds\taction", "base\t1"],
        ["kinds\taction", "base\tmuch", "list\t0.5", "prose\t0.5", "unlikely\t0.1"],
        ["kinds\taction", "base\t1", "list\t1", "prose\t1", "unlikely\t0", "w=a\t1\t2"],
    ],
)
def test_lines_that_are_no_weights_are_refused(rows: list[str]) -> None:
    with pytest.raises(BadWeights):
        from_lines(rows)


def test_the_weights_that_are_shipped_are_whole() -> None:
    told = files("answerable.catalogue").joinpath("likeness.txt").read_text(encoding="utf-8")
    weights = from_lines(told.splitlines())
    assert set(weights.kinds) == {
        "recommendation",
        "cause_of_concern",
        "area_for_improvement",
        "action",
        "commitment",
    }
    assert len(weights.cues) > 10_000
    assert len(told.encode()) < 400_000
    assert set(weights.least) == set(PLACES)
    for row in (*weights.least.values(), weights.unlikely):
        assert len(row) == len(weights.kinds)
        assert all(0 < least < 1 for least in row)


CONCERNED = from_lines(
    [
        "kinds\tcause_of_concern\trecommendation\taction",
        "base\t-40\t-40\t-40",
        "list\t0.6\t0.6\t0.6",
        "prose\t0.6\t0.6\t0.6",
        "unlikely\t0.01\t0.01\t0.01",
        "w=rota\t900\t\t",
        "w=noted\t\t900\t",
        "w=consider\t\t\t900",
        "[2=pledged to\t\t90\t",
        "[4=have\t\t90\t",
    ]
)


@pytest.mark.parametrize(
    ("fits", "not_fit"),
    [
        ("The watch kept the rota in a drawer.", "The watch keeps a thorough and full rota."),
        ("A thorough rota was not kept.", "The new rota for the watch has been completed."),
        ("- Crews always know the whole rota\n", "- How well crews know the whole rota\n"),
        (
            "It was proposed that:\n\n- the annual report be noted\n",
            "RESOLVED that:\n\n- the annual report be noted\n",
        ),
        (
            "The visit was about:\n\n- crews keep the rota of the watch\n",
            "The visit covered four areas:\n\n- crews keep the rota of the watch\n",
        ),
        (
            "Officers who are noted by staff who work.",
            "Officers are noted for the dedication of their work.",
        ),
        ("Officers consider the draft plan in May.", "He had come to consider the draft plan."),
        ("Officers consider the draft plan in May.", "Extra meeting to consider the draft plan."),
        ("Officers consider the draft plan in May.", "Plan Enclosure To consider the draft plan."),
        ("Officers consider the draft plan in May.", "You have to consider, before May, these:"),
        (
            "The watch kept the rota in a drawer.",
            "The watch was told to keep the rota in a drawer.",
        ),
        ("The watch kept the rota in a drawer.", "Keep the rota of the watch in a drawer."),
        ("- an officer to be noted on each door\n", "- an officer noted on each door\n"),
        ("- as noted, this is partly agreed\n", "- Why as noted it is partly agreed\n"),
        ("Officers are noted when they should\n", "With a paper noted, officers should\n"),
        ("- it is noted that the crew left\n", "- it is noted that the crew\n"),
        ("- all of it is noted by you\n", "- where it is noted, could you\n"),
        (
            "On recommendation 2, the noted files must go.",
            "On recommendation 2, four of the noted files went.",
        ),
        ("- they are noted, as they asked to be\n", "- all of it noted, they be invited to\n"),
        ("- they consider what they must\n", "- to consider these, the crew must\n"),
        (
            "The watch is there to have a second man noted.",
            "The watch has pledged to have a second man noted.",
        ),
        (
            "The watch is there to have a second man noted.",
            "The watch always wanted to have a second man noted.",
        ),
        ("- it is noted that the crew left\n", "- it is noted that the crew left –\n"),
        (
            "The visit was about:\n\n- all of it noted, they be fed\n",
            "The tenant complains about:\n\n- all of it noted, they be fed\n",
        ),
        (
            "The visit was about:\n\n- all of it noted, they be fed\n",
            "She says the council failed to:\n\n- all of it noted, they be fed\n",
        ),
        *(
            (
                "They put this to the crew:\n\n- all of it noted, they be fed\n",
                f"{lead}:\n\n- all of it noted, they be fed\n",
            )
            for lead in (
                "The work this year included",
                "The survey of 2031, which found",
                "The harbour board is responsible for",
                "We seek assurance that the trust",
                "Two problems of the quay remain",
            )
        ),
        (
            "RESOLVED:\n\n- they, as noted, mend the crane\n",
            "RESOLVED:\n\n- the Harbour Panel keep a noted list of cranes\n",
        ),
        ("- it is noted that the crew left\n", "- Noted that the noted crew left\n"),
        (
            "- all of it noted, they be fed at noon\n",
            "- all of it noted, they attend the next meeting\n",
        ),
        ("- they pay as noted in the book\n", "a. To approve what is noted in the book\n"),
        (
            "The watch is there to have a second man noted.",
            "The goal of the watch is to have a second man noted.",
        ),
    ],
)
def test_what_cannot_be_of_a_kind_is_not_proposed(fits: str, not_fit: str) -> None:
    proposed = [
        [
            one
            for one in reading(words, CONCERNED).lines()
            if one["rule"].startswith("likeness.") and one["kind"] != "residue"
        ]
        for words in (fits, not_fit)
    ]
    assert (len(proposed[0]), len(proposed[1])) == (1, 0)


def test_duties_that_and_joins_are_proposed_each_for_itself() -> None:
    told = "Mr Ode says that the watch ought to mend the wet hoses and to buy a second ladder."
    assert [one[2] for one in found(f"{told}\n")] == [
        "mend the wet hoses",
        "buy a second ladder.",
    ]
    assert [one[2] for one in found(f"- {told}\n")] == [
        "mend the wet hoses and to buy a second ladder."
    ]


def test_what_is_like_a_recommendation_stands_over_a_claim() -> None:
    told = "Ms Ode read it out that the wet hoses lie there, which she had seen.\n"
    weights = replace(WEIGHTS, cues={"w=hoses": (900, 0)})
    assert "claim" in [one.kind for one in reading(told, None).records]
    kinds = [one.kind for one in reading(told, weights).records if one.kind != "residue"]
    assert kinds == ["recommendation"]


def test_what_is_only_to_happen_is_no_promise() -> None:
    weights = from_lines(
        ["kinds\tcommitment", "base\t-40", "list\t0.5", "prose\t0.5", "unlikely\t0", "w=cook\t900"]
    )
    made = [
        [one.rule for one in reading(words, weights).records if one.kind == "commitment"]
        for words in ("A cook would begin in June.\n", "A cook begins in June.\n")
    ]
    assert made == [["likeness.commitment"], []]
