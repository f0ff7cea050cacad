"""The figures of an exam as Markdown tables, each value with its 95 per cent interval."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.reading.bars import BARS, FIELD_BARS, RESIDUE, bar_of, verdict
from tests.reading.intervals import COUNTED, cell

Figures = Mapping[str, Any]


def markdown(figures: Figures) -> str:
    """All tables of an exam."""
    made = [
        kinds(figures["kinds"]),
        bars(figures["kinds"]),
        formats(figures["formats"]),
        fields(figures),
    ]
    if figures.get("places"):
        made.append(places(figures["places"]))
    if any(one["n"] for one in figures["recall_only"].values()):
        made.append(recalled(figures["recall_only"]))
    return "\n\n".join(made)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    marks = "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
    return marks.replace("| " + " | ".join(["---"] * len(head)) + " |", "|---" * len(head) + "|")


def kinds(figures: Figures) -> str:
    """One row a counted kind, and all of them together."""
    head = ("kind", "n", "found", "precision", "recall", "wrong values", "wrong-value rate")
    return _table(
        head,
        (
            (
                kind,
                one["n"],
                one["found"],
                cell(one["precision"]),
                cell(one["recall"]),
                "-" if one["wrong"] is None else f"{one['wrong']} of {one['hits']}",
                "no value judged" if one["wrong"] is None else cell(one["wrong_rate"]),
            )
            for kind, one in figures.items()
        ),
    )


def bars(figures: Figures) -> str:
    """Each kind against each bar that the design sets for it."""
    return _table(
        ("kind", "bar for", "bar P / R", "here P / R", "n", "first-release bar"),
        (
            (
                kind,
                bar[0],
                f"{bar[1]:.2f} / {bar[2]:.2f}",
                " / ".join(
                    "-" if figures[kind][name] is None else f"{figures[kind][name][0]:.3f}"
                    for name in ("precision", "recall")
                ),
                figures[kind]["n"],
                verdict(figures[kind], bar),
            )
            for kind in COUNTED
            for bar in BARS.get(kind, ())
        ),
    )


def places(figures: Figures) -> str:
    """Each kind by the place in which its labels stand, beside the bar for that place."""
    head = ("kind", "place", "n", "found", "precision", "recall", "bar P / R", "first-release bar",
            "block says as label")  # fmt: skip
    rows: list[Sequence[object]] = []
    for kind, one in figures.items():
        for place, told in one["places"].items():
            bar = bar_of(kind, place)
            rows.append(
                (
                    kind,
                    place,
                    told["n"],
                    told["found"],
                    cell(told["precision"]),
                    cell(told["recall"]),
                    f"{bar[1]:.2f} / {bar[2]:.2f}" if bar else "-",
                    verdict(told, bar) if bar else "-",
                    f"{one['agreed']} of {one['matched']}",
                )
            )
    return _table(head, rows)


def formats(figures: Figures) -> str:
    """Counted kinds together by format, then hits of labels by kind and format."""
    whole = _table(
        ("format", "documents", "n", "found", "precision", "recall"),
        (
            (
                form,
                one["documents"],
                one["n"],
                one["found"],
                cell(one["precision"]),
                cell(one["recall"]),
            )
            for form, one in figures.items()
        ),
    )
    if len(figures) == 1:
        return whole
    by_kind = _table(
        ("found of labelled", *figures),
        (
            (
                kind,
                *(
                    "-" if kind not in one["kinds"] else "{} of {}".format(*one["kinds"][kind])
                    for one in figures.values()
                ),
            )
            for kind in COUNTED
        ),
    )
    return whole + "\n\n" + by_kind


def fields(figures: Figures) -> str:
    """What else the design asks: fields, bodies of grades, exact quotes, residue."""
    rows: list[Sequence[object]] = []
    for (kind, name), least in FIELD_BARS.items():
        label = f"{kind}.{name}"
        one, plain = figures["fields"][label], figures["fields_without_inferred"][label]
        if not one["stated"]:
            continue
        words = f"{name} of {kind}, where a matched label states it"
        rows.append(_share(words, one["right"], one["stated"], least))
        if plain != one:
            words = "the same, inferred values of the labels left out"
            rows.append(_share(words, plain["right"], plain["stated"], least))
    if owners := figures.get("owners"):
        words = "owner or person of action named, by post, name or initials of the document's list"
        rows.append(_share(words, owners["same"], owners["stated"], 0.90))
    body, quotes, residue = figures["bodies"], figures["quotes"], figures["residue"]
    rows += [
        _share("grades with a body proposed, where the label names one", body["proposed"],
               body["named"], None),
        _share("of these, another body than the label names", body["wrong"],
               body["proposed"], None),
        _share("of these, another form of the body's name", body["another_form_of_the_name"],
               body["proposed"], None),
        _share("quotes that are the canonical text letter for letter", quotes["exact"],
               quotes["quotes"], 1.0),
        _share("records whose quote stands in words taken out of the file by other means",
               quotes["in_the_words"], quotes["records"], None),
        _share("missed labels that residue shows", residue["shown"], residue["missed"], RESIDUE),
    ]  # fmt: skip
    if "all_seen" in residue:
        words = "missed labels that are shown, or that another record holds by half or more"
        rows.append(_share(words, residue["all_seen"], residue["missed"], None))
    if "duties_missed" in residue:
        words = "missed labels of duties and promises that are shown, or read as another of these"
        rows.append(_share(words, residue["duties_seen"], residue["duties_missed"], None))
    return _table(("what", "of", "share", "bar", "first-release bar"), rows)


def _share(words: str, part: int, whole: int, least: float | None) -> Sequence[object]:
    share = f"{part / whole:.3f}" if whole else "-"
    if least is None:
        return (words, f"{part} of {whole}", share, "-", "-")
    if whole < (1 if least == 1.0 else 30):
        met = "n under 30, no claim"
    else:
        met = "reached" if part >= least * whole else "not"
    return (words, f"{part} of {whole}", share, f"{least:.2f}", met)


def recalled(figures: Figures) -> str:
    """Kinds labelled only where clear: recall alone."""
    return _table(
        ("labelled where clear", "n", "recall"),
        ((kind, one["n"], cell(one["recall"])) for kind, one in figures.items() if one["n"]),
    )
