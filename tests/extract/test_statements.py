"""A statement reads on after "X said", whatever the sentence that it stands in looks like."""

from __future__ import annotations

import pytest
from marked import drafted, said


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        (
            "[1 Pilots] {1 reported} <1 killing six seals before noon and leaving two missing>.",
            "six seals were killed before noon and two left missing",
        ),
        (
            "[1 The skipper] {1 accused} <1 the pilots of cutting nets and hiding the lamps>.",
            "the pilots cut nets and hid the lamps",
        ),
    ],
)
def test_a_second_deed_is_worded_like_the_first(words, statement):
    assert said(drafted(words))[0].statement == statement


@pytest.mark.parametrize(
    "words",
    [
        "killing six seals and frightening the rest",
        "killing six seals, two of them pups",
    ],
)
def test_harm_of_which_no_clause_is_made_is_quoted(words):
    claim = said(drafted(f"[1 The pilots] {{1 reported}} <1 {words}>."))[0]
    assert claim.statement == f"“reported {words}”"


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("accused", "the pilots of cutting nets and skippers of looking on"),
        ("warned", "not to drink it"),
    ],
)
def test_words_without_a_plain_doer_are_quoted(cue, words):
    claim = said(drafted(f"[1 The harbour master] {{1 {cue}}} <1 {words}>."))[0]
    assert claim.statement == f"“{cue} {words}”"


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        (
            "[1 The skipper] {1 accused} <1 the pilots of ignoring a flare>.",
            "the pilots ignored a flare",
        ),
        (
            "[1 He] {1 accused} <1 the guards of ignoring two tapes> which showed a van.",
            "the guards ignored two tapes",
        ),
        (
            "The guild has tapes which, [1 its lawyer] {1 said}, <1 showed a van leaving>.",
            "tapes showed a van leaving",
        ),
        (
            "They saw attempts to land in coves, which [1 the staff] {1 said} <1 were repelled>.",
            "attempts to land in coves were repelled",
        ),
        (
            "The trial is {1 expected} <1 to last three weeks>.",
            "the trial will last three weeks",
        ),
        (
            "The treasurer is {1 alleged} <1 to have burned the books>.",
            "the treasurer had burned the books",
        ),
        (
            "[1 Most growers] {1 expect} <1 frost to spoil the plums>.",
            "frost will spoil the plums",
        ),
        (
            "[1 The guild] {1 put} <1 the number of strikers at more than 900>.",
            "the number of strikers was more than 900",
        ),
        (
            "[1 The surveyor] {1 estimated} <1 the damage at about £40,000>.",
            "the damage was about £40,000",
        ),
    ],
)
def test_a_statement_is_a_sentence_of_its_own(words, statement):
    assert said(drafted(words))[0].statement == statement


def test_a_quotation_in_pieces_has_one_pair_of_marks():
    words = '<1 "The keys,"> [1 she] {1 said}, <1 "were gone.">'
    assert said(drafted(words))[0].statement == "“The keys … were gone”"


def test_what_was_said_is_called_something_only_by_the_next_speaker():
    words = (
        "[1 Prosecutors] {1 said} <1 the clerk burned the books, a charge> [2 her lawyer] "
        "{2 called} <2 “a fantasy”>."
    )
    assert said(drafted(words))[0].statement == "the clerk burned the books"


def test_declining_to_comment_is_no_claim():
    assert said(drafted("[1 The police] {1 declined} <1 to comment>.")) == []


def test_a_heading_is_no_claim():
    read = drafted("Jury hears two accounts of mill fire\n\nThe mill burned on Monday.")
    assert [one.statement for one in read.reading.claims] == ["the mill burned on Monday"]


@pytest.mark.parametrize(
    "words",
    [
        "[1 The warden] {1 did not say} <1 whether more arrests would follow>.",
        "[1 The senator] never {1 said} <1 that the vote was stolen>.",
        "[1 The mayor] {1 declined to say} <1 that he had lied>.",
        "[1 Nobody] {1 said} <1 the bridge was unsafe>.",
        "[1 The firm] {1 did not respond} <1 to a request for comment>.",
        "[1 The witness] {1 asked} <1 not to be named>.",
    ],
)
def test_what_nobody_said_is_no_claim_of_theirs(words):
    assert said(drafted(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "[1 Reporters] {1 asked} <1 if taxes would rise>.",
        "[1 The court] {1 considered} <1 whether taxes would rise>.",
    ],
)
def test_what_is_only_asked_is_no_statement(words):
    (claim,) = said(drafted(words))
    assert (claim.statement, claim.checkable) == ("whether taxes would rise", False)


def test_a_condition_stays_with_what_hangs_on_it():
    read = drafted("If the clerk is convicted, she faces a fine of 300 crowns.")
    (claim,) = read.reading.claims
    assert claim.statement.startswith("if the clerk is convicted, she faces")


@pytest.mark.parametrize(
    "line", ["SELM – ", "SELM, 4 May (NPA) — ", "PORT SELM, Nov 20 (Agency) - ", "ŽELM — "]
)
def test_a_dateline_is_no_part_of_a_claim(line):
    text = f"{line}The ferry sank on Monday night."
    (claim,) = drafted(text).reading.claims
    assert claim.statement == "the ferry sank on Monday night"
    assert text[claim.spans[0].start :].startswith("The ferry")


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("[1 The envoy] {1 called} <1 the talks fair>.", "the talks were fair"),
        ("[1 The envoy] {1 described} <1 the raid as a blunder>.", "the raid was a blunder"),
        ("[1 The guide] {1 called} <1 this a clear breach>.", "this was a clear breach"),
        (
            "The skipper was {1 found} <1 guilty of fraud> by [1 the jury].",
            "the skipper was guilty of fraud",
        ),
        (
            "[1 The lab] {1 estimated} <1 the oldest shark was at least 210 years old>.",
            "the oldest shark was at least 210 years old",
        ),
        (
            "<1 Numbers at the march on Monday> were {1 put} by [1 police] <1 at around 20,000>.",
            "numbers at the march on Monday were around 20,000",
        ),
        ("[1 The clinic] {1 reported} <1 nine dead>.", "there were nine dead"),
    ],
)
def test_what_something_is_called_becomes_a_clause(words, statement):
    assert said(drafted(words))[0].statement == statement


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("[1 The widow] {1 denied} <1 any wrongdoing>.", "there was no wrongdoing"),
        ("[1 The widow] {1 denied} <1 murder>.", "there was no murder"),
        ("[1 The widow] {1 denied} <1 the charges>.", "the charges are not true"),
        ("[1 The guild] {1 denied} <1 responsibility>.", "it was not responsible"),
    ],
)
def test_a_denial_says_what_was_not(words, statement):
    assert said(drafted(words))[0].statement == statement


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        (
            "[1 The mayor] {1 urged} <1 people not to leave>.",
            "people should not leave",
        ),
        (
            "[1 Monitors] {1 asked} <1 for access to both banks>.",
            "there should be access to both banks",
        ),
    ],
)
def test_only_a_verb_is_what_somebody_should_do(words, statement):
    assert said(drafted(words))[0].statement == statement


def test_a_that_which_points_to_something_stays():
    (claim,) = said(drafted("[1 The port] {1 said} <1 that was wrong>."))
    assert claim.statement == "that was wrong"


def test_who_only_denies_this_says_that_it_is_not_true():
    (claim,) = said(drafted("[1 The dam's owner] {1 denies} <1 this>."))
    assert claim.statement == "this is not true"


def test_who_only_announces_this_claims_nothing():
    assert not said(drafted("[1 The dam's owner] {1 announced} <1 this>."))


def test_a_denial_in_passing_says_that_it_is_not_true():
    words = (
        "[1 The army] {1 said} <1 it had won>, a claim [2 the rebels] {2 <2 dismissed>} as a lie."
    )
    assert said(drafted(words))[-1].statement == "that is not true"


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("[1 Divers] {1 counted} <1 4,000 dead fish>.", "there were 4,000 dead fish"),
        ("[1 A film] {1 shows} <1 boats sinking in a bay>.", "there were boats sinking in a bay"),
        ("[1 A film] {1 shows} <1 the bridge destroyed>.", "the bridge was destroyed"),
        ("[1 A cook] {1 saw} <1 no boat leave>.", "no boat left"),
        (
            '[1 He] {1 put} <1 the number of prisoners at "zero">.',
            "the number of prisoners was zero",
        ),
        (
            "[1 The union] {1 blamed} <1 a firm from the port>.",
            "a firm from the port was responsible",
        ),
        ("[1 The port] {1 spoke} of <1 300>.", "there were 300"),
        (
            "[1 A clinic] {1 puts} <1 the number of deaths at seven>.",
            "the number of deaths was seven",
        ),
        ("[1 She] {1 rejected} <1 the charges as unfounded>.", "the charges are not true"),
        (
            "[1 They] {1 accused} <1 the port of having lost nine boats>.",
            "the port had lost nine boats",
        ),
        (
            "It showed what [1 he] {1 said} <1 were the bodies of rebels>.",
            "they were the bodies of rebels",
        ),
    ],
)
def test_a_thing_that_is_told_becomes_a_clause(words, statement):
    assert said(drafted(words))[0].statement == statement


def test_the_next_deed_keeps_whoever_did_it():
    words = (
        "[1 The port] {1 said} <1 rebel gunners had fired from a hill and killed seven sailors>."
    )
    assert said(drafted(words))[-1].statement == "rebel gunners killed seven sailors"


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("The owner said the cracks had been mended; [1 a diver] {1 said} <1 they had not>.",
         "they had not been mended"),
        ("The owner says divers saw the cracks, but [1 a diver] {1 says} <1 they did not>.",
         "they did not see the cracks"),
    ],
)  # fmt: skip
def test_a_deed_that_a_denial_saves_is_given_back(words, statement):
    assert said(drafted(words))[-1].statement == statement


def test_what_an_interruption_parts_into_sentences_is_two_claims():
    words = '<1 "Nobody had keys,"> [1 she] {1 said}. <1 "Nobody was there.">'
    assert [one.statement for one in said(drafted(words))] == [
        "“Nobody had keys”",
        "“Nobody was there”",
    ]


def test_a_way_that_leads_up_to_what_is_said_is_no_part_of_it():
    words = "[1 The gang] {1 boasted} <1 in a post that it had copied the files>."
    assert said(drafted(words))[0].statement == "it had copied the files"


def test_what_tells_more_of_the_speaker_is_not_said():
    words = "[1 A cook], <1 whose knee was hurt>, {1 said} <1 the stairs were wet>."
    assert said(drafted(words))[0].statement == "the stairs were wet"


def test_a_share_of_people_is_no_source_of_what_befell_them():
    read = drafted("[1 Some 18 percent of patients] {1 reported} <1 mild nausea>.")
    assert said(read) == []
    assert [one.statement for one in read.reading.claims] == [
        "some 18 percent of patients reported mild nausea"
    ]


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        (
            "[1 The guild] {1 blamed} <1 the owners for the fire>.",
            "the owners were responsible for the fire",
        ),
        (
            "[1 The guild] {1 blamed} <1 him for losing the keys>.",
            "he lost the keys",
        ),
        (
            "[1 The guild] {1 accused} <1 the owner, Selm Mills, of hiding the keys>.",
            "the owner, Selm Mills, hid the keys",
        ),
        (
            "[1 The ministry] {1 denied} <1 taking water from the pond>.",
            "it did not take water from the pond",
        ),
        (
            "Joren Pell, [1 who] {1 denies} <1 taking money>, went home.",
            "Joren Pell did not take money",
        ),
        (
            "[1 The clerk] spoke to the jury and {1 denied} <1 having met her>.",
            "the clerk had not met her",
        ),
        (
            "[1 The clerk] {1 pleaded} <1 not guilty>.",
            "the clerk is not guilty",
        ),
        (
            "[1 The union] {1 called} <1 for an inquiry>.",
            "there should be an inquiry",
        ),
    ],
)
def test_a_charge_a_denial_and_a_call_are_worded_as_what_they_say(words, statement):
    assert said(drafted(words))[0].statement == statement


def test_a_dateline_with_its_year_is_no_part_of_what_is_said():
    words = "<1 SELM, 3 May 2031 - The dam held>, [1 the mayor] {1 said}."
    assert said(drafted(words))[0].statement == "the dam held"


def test_there_was_is_not_said_of_words_that_a_number_does_not_fit():
    words = "[1 The club] {1 reported} <1 that a copper compound conducts without loss>."
    assert said(drafted(words))[0].statement == "a copper compound conducts without loss"


def test_a_number_by_itself_was_not_one():
    words = "<1 Nine people were killed and 30 wounded when shells hit the yard>, [1 she] {1 said}."
    assert said(drafted(words))[-1].statement == "30 were wounded when shells hit the yard"


def test_a_denial_has_one_that():
    words = "[1 Pell] {1 denied} <1 that methane caused the blast>."
    assert said(drafted(words))[0].statement == "it is not true that methane caused the blast"
