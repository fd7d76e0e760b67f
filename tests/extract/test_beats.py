"""Attributions in news of other kinds than what was learned from; each text is made up."""

from __future__ import annotations

import pytest
from reading_aloud import said_by

BEATS = [
    # (text, part of the source, words that must be among what that source is found to say)
    (("The militia claimed that its gunners had destroyed a fuel depot near the river, while the "
     "army denied losing any fuel and insisted that its lines had held."),
     [("militia", "its gunners had destroyed a fuel depot"), ("army", "losing any fuel"),
      ("army", "its lines had held")]),
    (("Residents accused the garrison of shelling the market square. A spokesman for the garrison, "
     "Colonel Ivo Brandt, blamed the explosion on insurgents."),
     [("Residents", "shelling the market square"), ("Ivo Brandt", "the explosion")]),
    (("At least nine people were wounded when a drone struck the bus station, regional officials "
     "said on Monday."),
     [("regional officials", "At least nine people were wounded")]),
    (("The general staff acknowledged that two of its helicopters had been shot down and promised "
     "to investigate the incident."),
     [("general staff", "two of its helicopters had been shot down"),
      ("general staff", "to investigate the incident")]),
    (("Prosecutors allege that the accountant moved 3 million euros to offshore companies. Her "
     "lawyer, Tomas Rehn, told the court that she had been following orders."),
     [("Prosecutors", "the accountant moved 3 million euros"),
      ("Tomas Rehn", "she had been following orders")]),
    (("Judge Anna Kowal ruled that the search of the warehouse was unlawful. “The officers had no "
     "warrant and no reason to fear that evidence would vanish,” she wrote."),
     [("Anna Kowal", "the search of the warehouse was unlawful"),
      ("she", "The officers had no warrant")]),
    ("The defendant pleaded not guilty and testified that he had never met the victim.",
     [("defendant", "he had never met the victim")]),
    (("The drivers’ union said its members would walk out on Thursday unless the company withdrew "
     "the new rota. The operator called the strike irresponsible."),
     [("union", "its members would walk out on Thursday"), ("operator", "irresponsible")]),
    (("Shop stewards complained that safety inspections had been cut by half; management rejected "
     "the accusation and pointed to a record year without accidents."),
     [("Shop stewards", "safety inspections had been cut by half"),
      ("management", "the accusation")]),
    (("Workers at the plant fear that up to 400 jobs could be lost and want the government to step "
     "in, said Nadia Okafor, who chairs the works council."),
     [("Nadia Okafor", "up to 400 jobs could be lost")]),
    (("The researchers found that glaciers in the range had lost a third of their ice since 1990. "
     "Their study suggests that the rest could melt by 2070."),
     [("researchers", "glaciers in the range had lost a third"),
      ("study", "the rest could melt by 2070")]),
    (("“We did not expect the signal to be this strong,” said Ingrid Solberg, an astronomer at the "
     "observatory who was not involved in the work. She cautioned that dust might explain it."),
     [("Ingrid Solberg", "We did not expect the signal"), ("She", "dust might explain it")]),
    (("The health agency estimates that one in five patients stops taking the drug within a year, "
     "and doubts that the trial’s results apply to older people."),
     [("health agency", "one in five patients stops taking the drug"),
      ("health agency", "the trial’s results apply to older people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEATS)
def test_news_of_any_kind_is_read(text, expected):
    for who, words in expected:
        assert any(words in what for what in said_by(text, who)), (who, words)
