"""Aid as flows from the one who gives to the one who receives.

Amounts are whole dollars: files in millions are multiplied. `unit` is USD for the prices of the year, USD2021 for
constant ones, 'USD constant' where the file does not name the year of its prices (CRS text files; AidData 2).
The same amount stands there once in each price: sum rows of one `unit` and one `kind`. Recipients and donors that
are regions, groups or bodies have no ISO3. `item` is the purpose (or sector) code, `note` the project.

OECD. DAC2A and CRS tell the same money as totals and by project: never add the two. In the CSV of the Data
Explorer aggregates (all donors, all sectors, all channels) stand beside their parts: rows whose `breakdown` is
null are whole but for what `item` names. In DAC2A measure 206 is net ('net disbursement'); other measures are
parts or other sums of it, named in `breakdown`. In CRS text files each row is a project in a year; an empty amount
is none that year and gives no row; `breakdown` is the kind of finance. Disbursements of CRS are gross.

AidData. Core Research Release: commitments, 1947 to 2013; year 9999 is unknown and gives no `start`. Chinese
finance (save the sheet as CSV): only what is recommended for aggregates is a 'commitment'; pledges, what was
suspended or cancelled and umbrella agreements are 'commitment not for totals', with the status in `breakdown`.

Column names were compared with programs that read the files, not with files; the meanings of `PRICE_BASE` (Q
constant, V current), `FLOW_TYPE` (C, D) and measure 206 too, other codes are kept as they are. Not read: the
workbooks themselves and the exports of OECD.Stat until 2024, which name states by DAC numbers alone.
"""

from __future__ import annotations

from comity.sources.aid import aiddata, oecd

FORMS = (*oecd.FORMS, *aiddata.FORMS)
