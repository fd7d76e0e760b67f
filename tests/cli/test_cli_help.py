from __future__ import annotations

import pytest

from tracker.cli.help import TOPICS
from tracker.domain.fields import FIELDS
from tracker.domain.status import Stage, Status


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_explained(run, topic):
    ran = run("help", topic)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) > 3


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_json_too(run, topic):
    rows = run("help", topic, "--json").json
    assert all(len(row) >= 2 for row in rows)


def test_statuses_are_explained_with_what_they_need(run):
    said = run("help", "statuses").out
    assert all(status in said for status in Status)
    assert "--evidence URL --stance undermines" in said


def test_stages_are_explained_with_the_way_on(run):
    said = run("help", "stages").out
    assert all(stage in said for stage in Stage)
    assert "then: signed_off, in_progress" in said


def test_every_field_is_explained(run):
    said = run("help", "fields").out
    assert all(field.name in said for field in FIELDS)


def test_the_keys_are_those_that_the_screens_bind(run):
    said = run("help", "keys").out
    assert "Mark refuted" in said
    assert "Take back your last action" in said


def test_a_command_is_explained(run):
    assert run("help", "mark").out == run("mark", "--help").out


def test_without_a_topic_the_topics_are_named(run):
    said = run("help").out
    assert "contradictions" in said
    assert ", ".join(TOPICS) in said


def test_an_unknown_topic_is_refused(run):
    assert "there is no topic “weather”" in run("help", "weather").err
