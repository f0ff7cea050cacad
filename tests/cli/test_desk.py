"""The officer's desk at the command line: from an empty folder to a register and back."""

import json
from pathlib import Path

from tests.cli.test_installation import answerable

LOG = "Ref,Action,Owner,Due,Status\n1,Visit every victim. Ring 07700 900123.,DCC,31/03/27,Open\n"
OWN = (
    *("init", "--regime", "police-england-wales"),
    *("--institution", "West Mercia Police", "--oversight", "west-mercia-pcc"),
)


def test_from_an_empty_folder_to_a_register_and_back(tmp_path: Path) -> None:
    home, log, back = tmp_path / "home", tmp_path / "log.csv", tmp_path / "back.xlsx"
    log.write_text(LOG, encoding="utf-8")
    made = answerable(*OWN, home=home)
    assert made.returncode == 0, made.stderr
    assert "Offices that can act here: west-mercia-pcc/governance-officer" in made.stdout
    looked = answerable("import", str(log), "--dry-run", home=home)
    assert looked.stdout.startswith("1 new, 0 changed, 0 gone, 0 same")
    asked = answerable("import", str(log), home=home)
    assert asked.returncode == 2, "as the page asks before anybody can be reached in public"
    assert "“07700 900123” looks like a telephone number." in asked.stderr
    assert "Nothing was recorded." in asked.stderr
    done = answerable("import", str(log), "--people-may-be-public", home=home)
    assert done.stdout.startswith("Recorded as entries 5 to")
    listed = answerable("register", home=home).stdout
    assert "Visit every victim." in listed
    assert "1 of 1 rows." in listed
    assert "nothing is overdue" in answerable("week", home=home).stdout.lower()
    assert answerable("export-log", str(back), home=home).returncode == 0
    again = answerable("import", str(back), "--dry-run", home=home)
    first, against = again.stdout.splitlines()
    assert first == "0 new, 0 changed, 0 gone, 1 same"
    assert against.startswith("It is compared with “Action log, "), "it says with which log"


def test_init_without_its_options_says_what_there_is_and_the_other_way(tmp_path: Path) -> None:
    bare = answerable("init", home=tmp_path / "home")
    assert bare.returncode == 2
    assert bare.stderr.startswith("Missing: --regime, --institution, --oversight.")
    for name in ("police-england-wales", "police-england-wales-mayor", "generic"):
        assert f"{name} (" in bare.stderr
    assert "fire-england" not in bare.stderr, "a draft is no regime to begin with"
    assert "/set-up/" in bare.stderr
    assert "Traceback" not in bare.stderr
    half = answerable(*OWN[:3], home=tmp_path / "home")
    assert half.stderr.startswith("Missing: --institution, --oversight.")
    assert not (tmp_path / "home").exists(), "nothing is made"


def test_a_log_says_how_its_columns_are_taken_and_which_holds_the_action(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log.csv"
    answerable(*OWN, home=home)
    log.write_text("Nr,Improvement,Cost\n1,Visit each victim,3\n2,Train staff,4\n", "utf-8")
    refused = answerable("import", str(log), "--dry-run", home=home)
    assert refused.returncode == 2
    assert "No column is known to hold the action." in refused.stderr
    assert "“Nr”, “Improvement”, “Cost”" in refused.stderr
    told = answerable("import", str(log), "--column", "Improvement=action", home=home)
    assert told.returncode == 0, told.stderr
    assert "“Improvement” holds: Action" in told.stderr
    assert "Not read: “Nr”, “Cost”." in told.stderr


def test_an_older_log_is_recorded_only_when_it_is_meant_and_a_sheet_is_named(
    tmp_path: Path,
) -> None:
    home, log = tmp_path / "home", tmp_path / "log.csv"
    answerable(*OWN, home=home)
    head = "Ref,Action,Owner,Status\n"
    log.write_text(f"{head}1,Visit each victim,DCC,Open\n2,Train staff,DCC,Open\n", "utf-8")
    answerable("import", str(log), "--dated", "2026-11-20", home=home)
    log.write_text(f"{head}1,Visit each victim,DCC,Complete\n", "utf-8")
    older = ("import", str(log), "--dated", "2026-11-02")
    refused = answerable(*older, home=home)
    assert refused.returncode == 2
    assert "A newer log is on record, of 20 November 2026" in refused.stderr
    assert "add --older-log" in refused.stderr
    assert "A newer log is on record" in answerable(*older, "--dry-run", home=home).stderr
    done = answerable(*older, "--older-log", home=home)
    assert done.returncode == 0, done.stderr
    nowhere = answerable(*older, "--sheet", "News", home=home)
    assert nowhere.returncode == 2
    assert "no table on a sheet “News”" in nowhere.stderr


def test_a_second_init_and_the_demonstration_are_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    answerable(*OWN, home=home)
    for words in (OWN, ("demo",)):
        refused = answerable(*words, home=home)
        assert refused.returncode == 2
        assert refused.stdout == ""


def test_who_answers_for_the_data_is_named_before_anybody_signs_in(tmp_path: Path) -> None:
    home = tmp_path / "home"
    answerable(*OWN, home=home)
    named = ("account", "controller", "West Mercia PCC")
    assert answerable(*named, home=home).returncode == 2, "how one writes to it is asked for"
    told = answerable(*named, "--address", "dpo@example.org", home=home)
    assert told.stdout == "West Mercia PCC answers for the data: see /about/privacy/.\n"


def test_an_import_answers_with_totals_to_tick_off(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log.csv"
    answerable(*OWN, home=home)
    log.write_text("Ref,Action,Owner,Status\n1,Visit each victim,DCC,Open\n", "utf-8")
    done = answerable("import", str(log), home=home)
    assert done.stdout.startswith("Recorded as entries 5 to")
    assert "Rows by owner, to tick off against the sheet:" in done.stdout
    assert "  DCC: 1 (Deputy chief constable)" in done.stdout
    assert "  Open: 1" in done.stdout
    same = answerable("import", str(log), "--json", home=home)
    assert json.loads(same.stdout)["log"]["by_owner"] == {"DCC": 1}
