"""Protects the sentence that a person reads where Spark is asked for and not there."""

import shutil
import sys
from pathlib import Path

import pytest

from answerable.store.observations import spark
from answerable.store.observations.answering import reader_of


def asked(folder: Path) -> None:
    reader = reader_of("spark://local[3]")
    assert reader is not None
    reader.select(parts=[folder / "x.parquet"], sql="SELECT 1", values={})


def test_without_pyspark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(spark.SparkMissing, match=r"pip install 'answerable\[spark\]'"):
        asked(tmp_path)


def test_without_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", type(sys)("pyspark.sql"))
    monkeypatch.setattr(sys.modules["pyspark.sql"], "SparkSession", None, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(spark.SparkMissing, match="openjdk-17-jre-headless"):
        asked(tmp_path)
