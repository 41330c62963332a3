"""Disputes, wars, rivalries, arms races and armed conflicts between states.

`dyad_years` has what the first state does to the second: with the prefix `gml_` or `cow_mid_` the hostility (1
none, 2 threat, 3 display, 4 use of force, 5 war), the highest action (0 to 21), the fatality level of the first
state (0 none to 6, 1,000 and more), whether it was on the side that acted first, whether it was an originator,
and how many disputes there were and began; the highest where a pair has several in a year. `cow_war`,
`ucdp_conflict`, `ucdp_troops_for` and `ucdp_troops_against` (troops in a conflict of the other state; 1 is 25 and
more deaths in battle, 2 is 1,000 and more). A pair and year without a row had nothing of the kind only within the
years and states of the dataset. `spells` has each dispute ('gml 2', 'cow-mid 2'), war ('cow-war 139'), rivalry
('tss 1', 'td 1'), arms race ('grh 1') and armed conflict ('ucdp 13243') with the rest as JSON.

Pitfalls. Disputes and wars stand in both directions, rivalries, arms races and armed conflicts once. Pairing is
naive: all of one side against all of the other while both took part, whether or not they met; that of MIDB and of
the wars is made here in the same way. Months are those of the dispute, so a pair of many has only years; months
13 and 19 of two disputes stay in `details` and their days are as exact as the year. -9 is missing. A dispute that
goes on when the file ends has no end; rivalries of Thompson and others end in 2020 or 2010 where they go on.
UCDP spreads sides of several states over rows, or lists them: each state counts once a year. Kinds 'dispute
party', 'war party' and 'dispute as a whole' name one state or none, so that they are not counted with the pairs.
Import the pairs of a dataset from one of its files only: MIDB and the converted COW disputes tell the same.

Layouts. `gml-ddy-disputes` (without `gml-ndy-disputes`, the same without direction), MIDA, MIDB and UCDP were
compared with published files, the columns of the dyadic MID and of the wars with programs that read them. Not
checked against files: the rows of dyadic MID 4, and the meaning of UCDP's grades of precision past 1, which are
taken as 2 and 3 exact to the month, others to the year. In UCDP Serbia keeps the number of Yugoslavia and has no
ISO3. MIDA and MIDB of COW 4, which number disputes as `dispnum3`, are not read.
"""

from __future__ import annotations

from comity.sources.disputes import pairs, parties, rivalries, ucdp, wars

FORMS = (*pairs.FORMS, *parties.FORMS, *wars.FORMS, *rivalries.FORMS, *ucdp.FORMS)
