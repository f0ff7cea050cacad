"""The eight tasks as an officer does them in the site: by keyboard, each from My week.

A step is one thing that a person does: a link or button, a box filled in, a file chosen. Time is
what the machine takes between them. A task that cannot be done any more raises an error of the
browser or an AssertionError that says what was missing.
"""

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.tasks.office import COMMISSIONER, OFFICER, Office
from playwright.sync_api import BrowserContext, Locator, Page

ANSWER = re.compile("^Answer it")
ASKED = 3  # items under which something is typed at the session
MOST_READINGS = 200


@dataclass(frozen=True)
class Done:
    """A task that was walked: steps of a person, seconds of the machine, what came out of it."""

    name: str
    steps: int
    seconds: float
    result: str


@dataclass
class Hand:
    """A page and how often something was done on it."""

    page: Page
    office: Office
    steps: int = 0
    kept: list[bytes] = field(default_factory=list)

    def link(self, name: str | re.Pattern[str]) -> None:
        """Follow a link of the page by its words; exact where they are plain."""
        exact = isinstance(name, str)
        found = self.page.locator("main").get_by_role("link", name=name, exact=exact)
        self.press(found.first)

    def button(self, name: str) -> None:
        """Press a button by the beginning of its words."""
        self.press(self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first)

    def fill(self, label: str, words: str) -> None:
        """Type into a box by its label."""
        self.type_into(self.page.get_by_label(label).first, words)

    def type_into(self, box: Locator, words: str) -> None:
        """Replace what stands in a box."""
        box.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(words)
        self.steps += 1

    def choose(self, label: str, option: str | re.Pattern[str]) -> None:
        """Choose in a list by its label; a pattern takes the first that fits."""
        box = self.page.get_by_label(label, exact=True).first
        if isinstance(option, re.Pattern):
            words = box.locator("option").all_inner_texts()
            option = next(one for one in words if option.search(one))
        box.select_option(label=option)
        self.steps += 1

    def file(self, path: Path) -> None:
        """Choose a file."""
        self.page.set_input_files("input[type=file]", path)
        self.steps += 1

    def download(self, name: str) -> bytes:
        """Follow a link that gives a file."""
        target = self.page.get_by_role("link", name=name, exact=True).first
        with self.page.expect_download() as coming:
            target.focus()
            self.page.keyboard.press("Enter")
        self.steps += 1
        self.kept.append(coming.value.path().read_bytes())
        return self.kept[-1]

    def week(self) -> None:
        """Begin where an officer begins."""
        self.page.goto(f"{self.office.address}/week/")

    def words(self) -> str:
        """What the page says."""
        return self.page.locator("main").inner_text()

    def act_as(self, office: str) -> None:
        """Another office takes the chair at this machine."""
        self.page.goto(f"{self.office.address}/roles/?next=/week/")
        self.press(self.page.locator(f'button[value="{office}"]'))

    def press(self, target: Locator) -> None:
        """Press Enter on a link or a button, and wait for the page that follows."""
        target.focus()
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.steps += 1


def walk(context: BrowserContext, office: Office) -> Iterator[Done]:
    """Every task in the order in which a new office meets them."""
    page = context.new_page()
    hand = Hand(page, office)
    hand.act_as(OFFICER)
    for name, task in TASKS.items():
        hand.steps = 0
        hand.week()
        begun = time.perf_counter()
        result = task(hand)
        yield Done(name, hand.steps, time.perf_counter() - begun, result)
    page.close()


def findings(hand: Hand) -> str:
    """A report is handed in; each finding and grade is confirmed, causes of concern by two."""
    hand.link("Hand in a report")
    hand.file(hand.office.report)
    hand.choose("Who published it", "Inspectorate of Anyshire Services")
    hand.choose("Who may see the file itself", "Everybody: it is published, or may be")
    for part, words in (("Day", "13"), ("Month", "10"), ("Year", "2026")):
        hand.fill(part, words)
    hand.button("Read this document")
    hand.page.wait_for_url("**/review/?document=*")  # a page says how far the reading is
    decided = _confirm(hand)
    hand.act_as(COMMISSIONER)
    hand.page.goto(f"{hand.office.address}/review/")
    second = _confirm(hand)
    hand.act_as(OFFICER)
    hand.link("Answer a report")
    listed = hand.page.locator("main a[href^='/reports/']").count()
    _must(listed == 1, f"one report was confirmed, and {listed} are listed")
    return f"{decided} readings confirmed, {second} of them by a second person"


def log(hand: Hand) -> str:
    """A messy log becomes the register; its R1 finds the recommendation of the report."""
    hand.link("Import an action log")
    hand.file(hand.office.log)
    hand.choose(
        "Report that its short numbers mean (you may leave it)", re.compile("keeps people safe")
    )
    for part, words in (("Day", "2"), ("Month", "11"), ("Year", "2026")):
        hand.fill(part, words)
    hand.button("Look at this log")
    hand.button("Use these columns")
    hand.button(f"Record these {hand.office.size.rows}")
    hand.page.wait_for_url("**/done/*")  # a page says how far the import is
    hand.link("The register")
    held = hand.page.get_by_text(re.compile(r"findings and actions are open")).first.inner_text()
    count = int(re.sub(r"\D", "", held.split(" of ")[1].split(" ")[0]))
    _must(count >= hand.office.size.rows, f"{count} lines of {hand.office.size.rows} are held")
    return f"{count} findings and actions in the register"


def agenda(hand: Hand) -> str:
    """The agenda of the next session and the commissioner's brief."""
    _session(hand)
    hand.link("Build the agenda")
    hand.button("Begin with these items")
    hand.button("Move down")
    hand.link("Two-page brief")
    made = hand.download("Brief (Word)")
    _must("An answer would be" in _text(made), "the brief does not say what an answer would be")
    return f"agenda, and a brief of {len(made):,} bytes"


def minutes(hand: Hand) -> str:
    """The minutes of the session, signed, and the tracker."""
    _session(hand)
    hand.link("Take the minutes")
    for n in range(1, ASKED + 1):
        hand.type_into(
            hand.page.locator(f'[name="f:i{n}:words"]'),
            f"Q: What shows it, {n}?\nA: A count of November.\n"
            f"Action: DCC to publish part {n} by 30 June 2027",
        )
    hand.button("Save")
    hand.link("Check and sign")
    hand.act_as(COMMISSIONER)
    hand.page.goto(f"{hand.office.address}{_address(hand)}sign/")
    hand.button("Sign minutes")
    hand.button("Yes, sign these minutes")
    made = [hand.download(f"Minutes ({form})") for form in ("Word", "PDF")]
    made.append(hand.download("This session’s actions (Excel)"))
    _must("What shows it, 3?" in _text(made[0]), "a question is not in the minutes")
    hand.act_as(OFFICER)
    return f"minutes and tracker, {sum(map(len, made)):,} bytes"


def response(hand: Hand) -> str:
    """The first draft of the statutory response."""
    hand.link("Answer a report")
    hand.link(ANSWER)
    hand.link(re.compile("^Record the explanation"))
    hand.choose("What was answered", "Accepted")
    hand.fill("Action taken or proposed", "Each case is looked at within a week.")
    hand.button("Record this explanation")
    hand.week()
    hand.link("Answer a report")
    hand.link(ANSWER)
    made = hand.download("First draft of the letter (Word)")
    _must("within a week" in _text(made), "the explanation is not in the draft")
    return f"a letter in Word, {len(made):,} bytes"


def changed(hand: Hand) -> str:
    """What changed since the session before."""
    hand.link("What changed since a day")
    hand.link(re.compile(r"\(last session\) and today"))
    words = hand.page.locator(".app-answer").first.inner_text()
    _must("Changed" in words or "changed" in words, f"“{words}” does not say what changed")
    return words


def question(hand: Hand) -> str:
    """A question of the panel: what is known, and where it stands."""
    hand.link("Find what is known, with its source")
    hand.type_into(hand.page.locator("main input[name=q]").first, "abandoned calls")
    hand.page.keyboard.press("Enter")
    hand.page.wait_for_url("**/search/?*q=*")
    hand.page.locator("main a[href^='/findings/']").first.wait_for()
    hand.press(hand.page.locator("main a[href^='/findings/']").first)
    hand.press(hand.page.locator("main a[href*='#words']").first)
    _must(hand.page.locator("mark").count() > 0, "the words are not marked in the document")
    return "the words of the report, marked"


def handover(hand: Hand) -> str:
    """The pack for whoever takes over an office."""
    hand.link("Hand over an office")
    hand.link("Chief constable")
    made = hand.download("Pack (PDF)")
    _must(made.startswith(b"%PDF"), "the pack is not a PDF")
    return f"a pack of {len(made):,} bytes"


TASKS: dict[str, Callable[[Hand], str]] = {
    "Report to confirmed findings": findings,
    "Action log to trusted register": log,
    "Agenda and commissioner’s brief": agenda,
    "Minutes and tracker out after the session": minutes,
    "First draft of the statutory response": response,
    "What changed since the last session": changed,
    "A panel’s question, answered with its source": question,
    "Handover pack": handover,
}


def _confirm(hand: Hand) -> int:
    """Accept what waits, one after the other; how many."""
    first = hand.page.locator("main .app-rows a[href^='/review/r']")
    if not first.count():
        return 0
    hand.press(first.first)
    for done in range(1, MOST_READINGS):
        hand.button("Accept as read")
        if not hand.page.get_by_role("button", name="Accept as read").count():
            return done
    raise AssertionError(f"more than {MOST_READINGS} readings wait between the findings")


def _session(hand: Hand) -> None:
    hand.link("Sessions: agenda, brief, minutes")
    hand.press(hand.page.locator(f"main a[href='{_address(hand)}']").first)


def _address(hand: Hand) -> str:
    return f"/sessions/anyshire-pcc/{hand.office.today}/"


def _text(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as word:
        return re.sub(r"<[^>]*>", "", word.read("word/document.xml").decode())


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
