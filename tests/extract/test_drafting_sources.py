"""Who is meant: names, roles, pronouns, and the way that words took to the article."""

from __future__ import annotations

from marked import drafted, parser, said, source, speakers

from tracker.domain.attribution import HopRole
from tracker.domain.draft import ArticleDraft
from tracker.domain.source import SourceKind
from tracker.extract.attributions import attributions
from tracker.extract.drafting import draft
from tracker.extract.parsing import parsed
from tracker.extract.sifting import LEAST


def test_a_title_before_a_name_is_the_role() -> None:
    draft = drafted("[1 Harbour master Ilse Marrow] {1 said} <1 the pier was safe>.")
    speaker = source(draft, said(draft)[0])
    assert (speaker.name, speaker.role) == ("Ilse Marrow", "Harbour master")


def test_a_name_beside_a_role_is_the_name() -> None:
    draft = drafted(
        "[1 The chair of the Selm council, Joren Pell,] {1 said} <1 the vote was fair>."
    )
    speaker = source(draft, said(draft)[0])
    assert (speaker.name, speaker.role) == ("Joren Pell", "chair of the Selm council")


def test_a_person_with_a_role_is_a_person() -> None:
    draft = drafted("[1 The judge, Ada Quill,] {1 said} <1 the trial was over>.")
    assert source(draft, said(draft)[0]).kind is SourceKind.PERSON


def test_a_crowd_without_names_is_unnamed() -> None:
    draft = drafted("[1 Local officials] {1 said} <1 nine people were hurt>.")
    assert source(draft, said(draft)[0]).kind is SourceKind.UNNAMED


def test_a_surname_means_whoever_bore_it_before() -> None:
    draft = drafted(
        "[1 Governor Joren Pell] {1 said} <1 the dam held>. [2 Pell] {2 said} <2 it was old>."
    )
    assert speakers(draft) == ["Joren Pell", "Joren Pell"]


def test_he_is_the_man_who_spoke_last() -> None:
    draft = drafted(
        "[1 Joren Pell, the mine’s manager,] {1 said} <1 the Selm Bank had paid>. "
        "[2 He] {2 added} <2 that work went on>."
    )
    assert speakers(draft) == ["Joren Pell", "Joren Pell"]


def test_it_is_no_person() -> None:
    draft = drafted(
        "[1 The dockers’ union] {1 told} Ilse Marrow <1 the port was shut>. "
        "[2 It] {2 said} <2 nobody worked>."
    )
    assert speakers(draft) == ["dockers’ union", "dockers’ union"]


def test_she_is_not_whoever_was_called_he() -> None:
    draft = drafted(
        "[1 Ada Quill] {1 said} <1 she had seen it>. [2 Joren Pell] {2 said} <2 he had not>. "
        "[3 He] {3 said} <3 it was dark>. [4 She] {4 said} <4 it was light>."
    )
    assert speakers(draft)[2] == "Joren Pell"


def test_a_role_means_the_person_who_has_it() -> None:
    draft = drafted(
        "[1 The governor of the Orra region, Joren Pell,] {1 said} <1 two dams broke>. "
        "[2 The governor] {2 said} <2 nobody drowned>."
    )
    assert speakers(draft) == ["Joren Pell", "Joren Pell"]


def test_a_name_given_later_belongs_to_the_role_before() -> None:
    draft = drafted(
        "[1 The governor of Orra] {1 said} <1 two dams broke>. "
        "<2 Nobody drowned,> [2 the governor, Joren Pell,] {2 said}."
    )
    assert speakers(draft) == ["Joren Pell", "Joren Pell"]


def test_an_acronym_means_the_name_that_it_shortens() -> None:
    draft = drafted(
        "[1 The Orra Water Board] {1 said} <1 the dam held>. [2 The OWB] {2 said} <2 it was old>."
    )
    assert speakers(draft)[1] == "Orra Water Board"


def test_another_source_is_somebody_else() -> None:
    draft = drafted(
        "[1 A source] {1 said} <1 the talks failed>. [2 Another source] {2 said} <2 they did not>."
    )
    assert said(draft)[0].chain[0].source != said(draft)[1].chain[0].source


def test_its_director_belongs_to_what_was_named_before() -> None:
    draft = drafted(
        "[1 The Orra observatory] {1 said} <1 the comet was new>. "
        "[2 Its director] {2 said} <2 it was bright>."
    )
    director = source(draft, said(draft)[1])
    body = next(one for one in draft.reading.sources if one.key == director.affiliation)
    assert body.name == "Orra observatory"


def test_a_station_that_was_told_is_a_hop_of_the_chain() -> None:
    draft = drafted("[1 Joren Pell] {1 told} Radio Estuary <1 the pier was shut>.")
    (claim,) = said(draft)
    assert [hop.role for hop in claim.chain] == [HopRole.SPEAKER, HopRole.RELAY]
    assert source(draft, claim, 1).name == "Radio Estuary"


def test_a_name_that_begins_with_radio_is_an_outlets() -> None:
    draft = drafted("[1 Radio Estuary] {1 said} <1 the pier was shut>.")
    assert source(draft, said(draft)[0]).kind is SourceKind.OUTLET


def test_an_agency_that_reports_what_a_station_was_told_is_the_third_hop() -> None:
    draft = drafted(
        "<2 [1 Joren Pell] {1 told} Radio Estuary <1 the pier was shut>>, "
        "[2 the news agency NPA] {2 reported}."
    )
    (claim,) = said(draft)
    assert [source(draft, claim, hop).name for hop in range(3)] == [
        "Joren Pell",
        "Radio Estuary",
        "NPA",
    ]


def test_whoever_an_outlet_cites_is_the_speaker() -> None:
    draft = drafted(
        "Citing three engineers on the ship, [1 the magazine] {1 said} <1 a pump had failed>."
    )
    (claim,) = said(draft)
    assert source(draft, claim).name == "three engineers on the ship"
    assert source(draft, claim, 1).name == "magazine"


def test_a_post_is_the_medium() -> None:
    draft = drafted("[1 Joren Pell] {1 said} in a Telegram post <1 the pier was shut>.")
    assert said(draft)[0].chain[0].medium == "Telegram post"


def test_a_speech_is_the_medium_and_a_day_when_it_was_said() -> None:
    draft = drafted("In a speech in Selm on Friday, [1 Ada Quill] {1 said} <1 the war was over>.")
    hop = said(draft)[0].chain[0]
    assert (hop.medium, hop.date) == ("speech in Selm", "Friday")


def test_what_is_said_next_in_a_paragraph_came_the_same_way() -> None:
    draft = drafted(
        "[1 Joren Pell] {1 told} reporters <1 the pier was shut>. "
        "[2 He] {2 added} <2 that it leaked>."
    )
    assert [claim.chain[0].medium for claim in said(draft)] == ["told reporters"] * 2


def test_footage_speaks_for_itself() -> None:
    draft = drafted("[1 Footage posted on social media] {1 showed} <1 a large fire at the mill>.")
    assert source(draft, said(draft)[0]).kind is SourceKind.FOOTAGE


def test_words_without_a_speaker_have_a_source_that_is_not_named() -> None:
    draft = drafted("It was {1 reported} <1 that the mine was shut>.")
    assert source(draft, said(draft)[0]).kind is SourceKind.UNNAMED


def test_the_outlet_is_a_source_of_the_reading() -> None:
    draft = drafted("[1 The mayor] {1 said} <1 it rained>.", outlet="Selm Courier")
    assert draft.reading.sources[0].name == "Selm Courier"


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    draft = drafted(
        "[1 His counsel, Joren Pell QC,] {1 said} <1 it rained>. [2 Pell] {2 said} <2 it snowed>."
    )
    assert speakers(draft) == ["Joren Pell", "Joren Pell"]


def test_a_word_with_a_hyphen_is_read_to_its_end() -> None:
    draft = drafted("Ada Quill led it. [1 Her co]-author Joren Pell {1 said} <1 it was small>.")
    assert speakers(draft) == ["Joren Pell"]


def test_where_speakers_are_is_no_name_of_theirs() -> None:
    draft = drafted("[1 Two mills, in Selm and Lund,] {1 said} <1 they would close>.")
    assert speakers(draft) == ["two mills"]


def test_what_an_agency_passes_on_whole_is_said_by_whoever_it_names() -> None:
    text = (
        "The warden told the state radio Vox that no gate was open, the news agency Lora reported."
    )
    tree = parsed(text, parser())
    found = attributions(text, tree, least=LEAST)
    read = draft(ArticleDraft(""), text, tree, found)
    names = {one.key: one.name for one in read.reading.sources}
    assert [[names[hop.source] for hop in one.chain] for one in said(read)] == [
        ["warden", "Vox", "Lora"]
    ]


def test_an_owner_called_by_one_word_is_a_company() -> None:
    draft = drafted(
        "[1 The ferry's owner, Hanseline,] {1 said} <1 the boat had carried no lights>. "
        '<2 "The captain had no chance,"> [2 its director, Petra Marn,] {2 said}.'
    )
    company, director = (source(draft, one) for one in said(draft))
    assert company.kind is SourceKind.COMPANY
    assert director.affiliation == company.key
